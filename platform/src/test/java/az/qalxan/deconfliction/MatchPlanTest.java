package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportMatches.Mention;
import az.qalxan.reporting.ReportMatches.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which pairs of bodies are told of what. */
class MatchPlanTest {

    private static final String KEY = "phone:+994505550127";
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private static Mention mention(String body) {
        return new Mention(
                KEY, "phone", "+994505550127", new ReportId(UUID.randomUUID()), body, 2, null);
    }

    private static LiveWatch watch(String body) {
        return new LiveWatch(
                UUID.randomUUID(), body, "somebody", "phone", "+994505550127", KEY, 2, LATER);
    }

    @Test
    void anArrivalMeetsEveryOtherBodyAndTheOthersMeetNobodyAnew() {
        Mention fresh = mention("din");
        List<Mention> all = List.of(fresh, mention("dtx"), mention("dtx"), mention("bp"));
        MatchPlan plan = new MatchPlan();
        plan.addMentions(all, Set.of(fresh.report()));
        assertThat(plan.holdings().keySet())
                .containsExactlyInAnyOrder(Pair.of(KEY, "din", "dtx"), Pair.of(KEY, "bp", "din"));
        assertThat(plan.holdings().get(Pair.of(KEY, "din", "dtx"))).hasSize(3);
    }

    @Test
    void aWatchIsANoticeAtHomeAndAHitElsewhere() {
        Mention here = mention("din");
        Mention there = mention("dtx");
        MatchPlan plan = new MatchPlan();
        plan.addWatches(List.of(watch("din")), List.of(here, there), Set.of());
        assertThat(plan.notices()).extracting(MatchPlan.Notice::mention).containsExactly(here);
        assertThat(plan.holdings().keySet()).containsExactly(Pair.of(KEY, "din", "dtx"));
    }

    @Test
    void aCommonIdentifierIsToldOfAtHomeOnly() {
        MatchPlan plan = new MatchPlan();
        plan.addWatches(
                List.of(watch("din")), List.of(mention("din"), mention("dtx")), Set.of(KEY));
        assertThat(plan.notices()).hasSize(1);
        assertThat(plan.holdings()).isEmpty();
    }

    @Test
    void aReportThatWentElsewhereMeanwhileIsDropped() {
        Mention fresh = mention("din");
        Mention other = mention("dtx");
        MatchPlan plan = new MatchPlan();
        plan.addMentions(List.of(fresh, other), Set.of(fresh.report()));
        plan.settle(
                Map.of(
                        fresh.report().value(), new Standing("din", 2, null),
                        other.report().value(), new Standing("bp", 2, null)));
        assertThat(plan.holdings()).isEmpty();
    }

    @Test
    void aReportThatWasHiddenMeanwhileIsHidden() {
        Mention fresh = mention("din");
        Mention other = mention("dtx");
        MatchPlan plan = new MatchPlan();
        plan.addMentions(List.of(fresh, other), Set.of(fresh.report()));
        plan.settle(
                Map.of(
                        fresh.report().value(), new Standing("din", 2, null),
                        other.report().value(), new Standing("dtx", 2, UUID.randomUUID())));
        assertThat(plan.holdings().values())
                .singleElement()
                .satisfies(both ->
                        assertThat(both)
                                .filteredOn(Holding::hidden)
                                .extracting(Holding::body)
                                .containsExactly("dtx"));
    }
}
