package az.qalxan.strategy.swot;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The picture of a day, and what differs between two days. */
class PictureTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Baku");
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 10);
    private static final LocalDate SECOND = LocalDate.of(2026, 6, 1);

    private static Entry.Said said(Field field, String words) {
        return new Entry.Said(
                field,
                new Words(words, ""),
                "Sübut",
                "",
                FIRST.minusDays(20),
                List.of(),
                List.of(),
                List.of());
    }

    private static Entry.Version version(
            Entry.Kind kind, Entry.Said said, @Nullable LocalDate decided, String verdict) {
        return new Entry.Version(
                UUID.randomUUID(),
                1,
                kind,
                said,
                "səbəb",
                FIRST.minusDays(1).atStartOfDay(ZONE).toInstant(),
                new Entry.Author("a", "A", "dtx"),
                decided == null
                        ? null
                        : new Entry.Verdict(
                                decided.atTime(23, 30).atZone(ZONE).toInstant(), verdict, "B", ""));
    }

    private static Entry entry(long number, Entry.Version... versions) {
        return new Entry(UUID.randomUUID(), number, List.of(versions));
    }

    private static Entry.Version added(Field field, String words, LocalDate on) {
        return version(Entry.Kind.ADDED, said(field, words), on, "approved");
    }

    private static Entry.Version changed(Entry.Said said, LocalDate on) {
        return version(Entry.Kind.CHANGED, said, on, "approved");
    }

    private final List<Entry> entries =
            new ArrayList<>(
                    List.of(
                            entry(1, added(Field.STRENGTH, "qalır", FIRST)),
                            entry(2, added(Field.THREAT, "gəlir", SECOND)),
                            entry(
                                    3,
                                    added(Field.WEAKNESS, "gedir", FIRST),
                                    version(
                                            Entry.Kind.DROPPED,
                                            said(Field.WEAKNESS, "gedir"),
                                            SECOND,
                                            "approved")),
                            entry(
                                    4,
                                    added(Field.WEAKNESS, "zəif", FIRST),
                                    changed(said(Field.STRENGTH, "güclü"), SECOND)),
                            entry(
                                    5,
                                    added(Field.OPPORTUNITY, "imkan", FIRST),
                                    version(
                                            Entry.Kind.CHANGED,
                                            said(Field.THREAT, "rədd"),
                                            SECOND,
                                            "refused"),
                                    version(
                                            Entry.Kind.CHANGED,
                                            said(Field.THREAT, "gözləyir"),
                                            null,
                                            ""))));

    @Test
    void onlyWhatWasApprovedByTheEndOfTheDayStands() {
        Map<Field, List<Picture.Shown>> before = Picture.on(entries, FIRST.minusDays(1), ZONE);
        assertThat(before.values()).allMatch(List::isEmpty);
        Map<Field, List<Picture.Shown>> now = Picture.on(entries, SECOND, ZONE);
        assertThat(now.get(Field.STRENGTH))
                .extracting(Picture.Shown::number)
                .containsExactly(1L, 4L);
        assertThat(now.get(Field.WEAKNESS)).isEmpty();
        assertThat(now.get(Field.OPPORTUNITY))
                .extracting(Picture.Shown::number)
                .containsExactly(5L);
        assertThat(now.get(Field.THREAT)).extracting(Picture.Shown::number).containsExactly(2L);
    }

    @Test
    void twoDaysTellWhatWasAddedDroppedMovedAndReworded() {
        List<Picture.Difference> found = Picture.between(entries, FIRST, SECOND, ZONE);
        assertThat(found).extracting(Picture.Difference::number).containsExactly(2L, 3L, 4L);
        assertThat(found.get(0).changes()).containsExactly(Picture.Change.ADDED);
        assertThat(found.get(1).changes()).containsExactly(Picture.Change.DROPPED);
        assertThat(found.get(2).changes())
                .containsExactly(Picture.Change.MOVED, Picture.Change.REWORDED);
    }

    @Test
    void aDayComparedWithItselfDiffersInNothing() {
        for (LocalDate day : List.of(FIRST, SECOND, SECOND.plusDays(3))) {
            assertThat(Picture.between(entries, day, day, ZONE)).isEmpty();
        }
    }

    @Test
    void otherEvidenceUnderTheSameWordsIsToldToo() {
        Entry.Said old = said(Field.STRENGTH, "eyni");
        Entry.Said fresh =
                new Entry.Said(
                        old.field(),
                        old.words(),
                        "Yeni sübut",
                        "",
                        SECOND,
                        List.of("8.1.1.1"),
                        List.of(),
                        List.of());
        Entry one = entry(9, added(Field.STRENGTH, "eyni", FIRST), changed(fresh, SECOND));
        assertThat(Picture.between(List.of(one), FIRST, SECOND, ZONE).getFirst().changes())
                .containsExactly(Picture.Change.GROUNDED);
    }

    @Test
    void evidenceGrowsOld() {
        Entry.Said said = said(Field.STRENGTH, "köhnə");
        LocalDate last = said.evidenceOn().plusMonths(12);
        assertThat(said.old(last, 12)).isFalse();
        assertThat(said.old(last.plusDays(1), 12)).isTrue();
    }
}
