package az.qalxan.strategy.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A new edition renames, splits, merges and drops; no piece of evidence is lost silently. */
class PlacementTest {

    private static final Weight UNKNOWN = new Weight.Unknown();

    private final RankingEdition first =
            TestRankings.edition(
                    "1",
                    new Weight.Known(100),
                    0,
                    TestRankings.group(
                            "g",
                            UNKNOWN,
                            TestRankings.question("1", "renamed", UNKNOWN),
                            TestRankings.question("1", "split", UNKNOWN),
                            TestRankings.question("1", "one", UNKNOWN),
                            TestRankings.question("1", "two", UNKNOWN),
                            TestRankings.question("1", "dropped", UNKNOWN)));
    private final RankingEdition second =
            TestRankings.edition(
                    "2",
                    new Weight.Known(100),
                    0,
                    TestRankings.group(
                            "g",
                            UNKNOWN,
                            TestRankings.question("2", "name", UNKNOWN, "1:renamed"),
                            TestRankings.question("2", "left", UNKNOWN, "1:split"),
                            TestRankings.question("2", "right", UNKNOWN, "1:split"),
                            TestRankings.question("2", "both", UNKNOWN, "1:one", "1:two"),
                            TestRankings.question("2", "fresh", UNKNOWN)));
    private final RankingEdition third =
            TestRankings.edition(
                    "3",
                    new Weight.Known(100),
                    0,
                    TestRankings.group(
                            "g",
                            UNKNOWN,
                            TestRankings.question("3", "again", UNKNOWN, "2:name"),
                            TestRankings.question("3", "side", UNKNOWN, "2:left")));
    private final Catalogue catalogue = TestRankings.catalogue(first, second, third);

    private Placement place(RankingEdition edition, Evidence... evidence) {
        return Placement.of(catalogue, edition, List.of(evidence));
    }

    @Test
    void whatIsRenamedOrMergedGoesAlongAndCounts() {
        Placement placement =
                place(
                        second,
                        TestRankings.evidence(1, "t:1:renamed"),
                        TestRankings.evidence(2, "t:1:one", "t:1:two"));
        assertThat(placement.at("name"))
                .singleElement()
                .satisfies(one -> assertThat(one.via()).isEqualTo(Placement.Via.FOLLOWED));
        assertThat(placement.at("both")).hasSize(1);
        assertThat(placement.unplaced()).isEmpty();
        assertThat(place(third, TestRankings.evidence(1, "t:1:renamed")).at("again")).hasSize(1);
    }

    @Test
    void whatIsSplitMayCountUntilSomebodyLinksItAnew() {
        Evidence old = TestRankings.evidence(1, "t:1:split");
        Placement placement = place(second, old);
        assertThat(placement.at("left"))
                .extracting(Placement.Placed::via)
                .containsExactly(Placement.Via.SPLIT);
        assertThat(placement.at("right")).hasSize(1);
        assertThat(place(third, old).at("side"))
                .extracting(Placement.Placed::via)
                .containsExactly(Placement.Via.SPLIT);
        Placement linked = place(second, TestRankings.evidence(1, "t:1:split", "t:2:left"));
        assertThat(linked.at("left"))
                .extracting(Placement.Placed::via)
                .containsExactly(Placement.Via.DIRECT);
    }

    @Test
    void whatIsDroppedIsShownWithoutAPlace() {
        Placement placement =
                place(
                        second,
                        TestRankings.evidence(1, "t:1:dropped", "t:1:renamed"),
                        TestRankings.evidence(2, "t:1:dropped"));
        assertThat(placement.unplaced())
                .extracting(one -> one.evidence().number())
                .containsExactly(1L, 2L);
        assertThat(placement.at("name")).hasSize(1);
        assertThat(place(third, TestRankings.evidence(3, "t:1:one")).unplaced()).hasSize(1);
    }

    @Test
    void laterLinksDoNotReachBack() {
        Placement placement = place(first, TestRankings.evidence(1, "t:2:name"));
        assertThat(placement.placed()).isEmpty();
        assertThat(placement.unplaced()).isEmpty();
    }

    @Test
    void theCatalogueSaysWhatAnEditionChanged() {
        Catalogue.Changes changes = catalogue.changes(second);
        assertThat(changes.added()).extracting(Question::code).containsExactly("fresh");
        assertThat(changes.merged()).extracting(Question::code).containsExactly("both");
        assertThat(changes.split())
                .singleElement()
                .satisfies(one -> assertThat(one.before().question()).isEqualTo("split"));
        assertThat(changes.dropped()).extracting(QuestionRef::question).containsExactly("dropped");
    }

    /** By its own term, and never longer than the ranking's; the first day too old is that day. */
    @Test
    void evidenceStopsCountingOnItsDay() {
        Evidence.Content content =
                TestRankings.evidence(1, LocalDate.of(2025, 11, 27), List.of()).content();
        Grounds.Seen eve = new Grounds.Seen(LocalDate.of(2026, 11, 26), Map.of());
        Grounds.Seen day = new Grounds.Seen(LocalDate.of(2026, 11, 27), Map.of());
        assertThat(eve.of(content)).isEqualTo(new Holding.Counts(LocalDate.of(2026, 11, 26)));
        assertThat(day.of(content)).isEqualTo(new Holding.Stale(LocalDate.of(2026, 11, 27)));
        assertThat(eve.of(content, 6)).isEqualTo(new Holding.Stale(LocalDate.of(2026, 5, 27)));
    }
}
