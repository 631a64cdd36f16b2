package az.qalxan.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.law.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded law in two times, on the real database. */
@PlatformTest
class RecordingTest {

    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final int DAYS = 60;
    private static final int CHANGES = 40;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Recorder recorder;
    @Autowired RecordingStore store;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;

    /** What a naive reader would have noted: after each change, what holds on each day. */
    private record Page(Instant at, Map<LocalDate, String> days) {}

    @Test
    void everyPastDayIsFoundAgainAsItWasKnown() {
        long seed = new SplittableRandom().nextLong();
        System.out.println("bitemporal seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        LineKey line = line();
        List<Page> pages = new ArrayList<>();
        Map<LocalDate, String> holds = new HashMap<>();
        for (int change = 0; change < CHANGES; change++) {
            Period days = days(random);
            @Nullable String word = random.nextInt(4) == 0 ? null : "word " + change;
            Instant at = put(line, days, word);
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                if (days.contains(day) && word == null) {
                    holds.remove(day);
                } else if (days.contains(day)) {
                    holds.put(day, word);
                }
            }
            pages.add(new Page(at, Map.copyOf(holds)));
        }
        for (int page = 0; page < pages.size(); page++) {
            Instant next = page + 1 < pages.size() ? pages.get(page + 1).at() : Instant.MAX;
            assertThat(known(line, pages.get(page).at()))
                    .as("change %d of seed %d", page, seed)
                    .isEqualTo(pages.get(page).days());
            if (next != Instant.MAX) {
                assertThat(known(line, next.minusNanos(1_000)))
                        .as("before change %d of seed %d", page + 1, seed)
                        .isEqualTo(pages.get(page).days());
            }
        }
    }

    private static Period days(SplittableRandom random) {
        int from = random.nextInt(DAYS - 1);
        int until = random.nextInt(from + 1, DAYS);
        return new Period(
                random.nextInt(5) == 0 ? null : FIRST.plusDays(from),
                random.nextInt(3) == 0 ? null : FIRST.plusDays(until));
    }

    private Map<LocalDate, String> known(LineKey line, Instant at) {
        List<Recording> known =
                store.knownAt(at).stream().filter(one -> one.line().equals(line)).toList();
        Map<LocalDate, String> days = new HashMap<>();
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            LocalDate asked = day;
            Optional<Recording> found =
                    known.stream().filter(one -> one.valid().contains(asked)).findFirst();
            found.ifPresent(one -> days.put(asked, one.fact().get("title").asString()));
        }
        return days;
    }

    private Instant put(LineKey line, Period days, @Nullable String word) {
        @Nullable JsonNode fact =
                word == null
                        ? null
                        : JSON.createObjectNode().put("id", line.key()).put("title", word);
        Instant at = asSystem(() -> recorder.put(line, days, fact, null).at());
        asSystem(() -> at);
        return at;
    }

    private static LineKey line() {
        return new LineKey(FactKind.SOURCE, "T-" + UUID.randomUUID());
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> new TransactionTemplate(manager).execute(status -> work.get()));
    }

    @Test
    void whatWasRecordedCannotBeChangedOrDeleted() {
        LineKey line = line();
        put(line, Period.ALWAYS, "first");
        UUID id = store.standing(line).getFirst().id();
        put(line, Period.ALWAYS, "second");
        for (String attack :
                List.of(
                        "delete from law.recording where id = :id",
                        "update law.recording set fact = '{}' where id = :id",
                        "update law.recording set valid_from = '2001-01-01' where id = :id",
                        "update law.recording set recorded_from = now() where id = :id")) {
            assertThatThrownBy(() -> asSystem(() -> jdbc.sql(attack).param("id", id).update()))
                    .as(attack)
                    .isInstanceOf(DataAccessException.class);
        }
        int reopened =
                asSystem(() ->
                        jdbc.sql(
                                        """
                                        update law.recording set recorded_until = now()
                                        where id = :id
                                        """)
                                .param("id", id)
                                .update());
        assertThat(reopened).isZero();
        assertThat(store.history(line, 10)).hasSize(2);
    }

    @Test
    void nobodyRecordsWithoutAnotherPersonsProposal() {
        LineKey line = line();
        put(line, Period.ALWAYS, "first");
        for (Role role : Role.values()) {
            SignedIn.run(
                    SignedIn.caller("bp", role),
                    () ->
                            assertThatThrownBy(() ->
                                            new TransactionTemplate(manager)
                                                    .executeWithoutResult(status -> intrude(line)))
                                    .as(role.code())
                                    .isInstanceOf(DataAccessException.class));
        }
    }

    private void intrude(LineKey line) {
        jdbc.sql(
                        """
                        insert into law.recording (line, valid_from, valid_until, fact,
                          recorded_from)
                        select id, '1990-01-01', '1991-01-01', '{}', now() from law.line
                        where key = :key
                        """)
                .param("key", line.key())
                .update();
    }
}
