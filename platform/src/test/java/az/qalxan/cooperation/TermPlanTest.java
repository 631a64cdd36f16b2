package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Floors and ceilings of preservations, and what follows from them for tasks. */
class TermPlanTest {

    private static final List<TermRule> RULES = List.of(Point.FLOOR, Point.CEILING);
    private static final Instant EFFECT = Point.START.plus(Duration.ofHours(2));

    private static List<Term> terms(Request request) {
        return Point.plan().follow(request, RULES, List.of(), EFFECT).applied(List.of());
    }

    private static Instant day(int days) {
        return EFFECT.plus(Duration.ofDays(days));
    }

    @Test
    void nothingRunsBeforeThePreservationTakesEffect() {
        assertThat(terms(Point.received())).isEmpty();
    }

    @Test
    void aRenewalMovesTheCeilingAndLeavesTheFloor() {
        Request.Preserved held = Point.preserved(EFFECT);
        List<Term> before = terms(held);
        Request.Preserved renewed = held.renew(day(80), day(80));
        List<Term> after = Point.plan().follow(renewed, RULES, before, day(80)).applied(before);
        assertThat(after).hasSize(3);
        assertThat(after.stream().filter(Term::running).map(term -> term.rule().kind()))
                .containsExactlyInAnyOrder("floor", "ceiling");
        Term ceiling =
                after.stream()
                        .filter(term -> term.running() && term.is("ceiling"))
                        .findAny()
                        .orElseThrow();
        assertThat(ceiling.endsAt()).isEqualTo(day(170));
        assertThat(ceiling.replaces()).isNotNull();
    }

    @Test
    void tasksComeOnDays45And60And80() {
        Request.Preserved held = Point.preserved(EFFECT);
        List<DutyTask.Plan> plans = new TaskPlans(Point.RULES).of(held, terms(held), false);
        assertThat(plans)
                .containsExactlyInAnyOrder(
                        new DutyTask.Plan("assistance-coming", 0, "days", day(45), day(60)),
                        new DutyTask.Plan("floor-ends", 0, "days", day(60), day(70)),
                        new DutyTask.Plan("renew", 0, "days", day(80), day(90)));
    }

    @Test
    void whoHasAssistanceIsNotAskedWhetherItComes() {
        Request.Preserved held = Point.preserved(EFFECT);
        assertThat(new TaskPlans(Point.RULES).of(held, terms(held), true))
                .extracting(DutyTask.Plan::plan)
                .containsExactlyInAnyOrder("floor-ends", "renew");
    }

    @Test
    void thePromiseOfAssistanceBecomesATaskTheDayOursIsPreserved() {
        Request.Preserved ours =
                new Request.Preserved(
                        Point.head(az.qalxan.engines.law.RequestKind.PRESERVATION, Direction.OUT),
                        Moments.NONE.sent(Point.START).confirmed(EFFECT).preserved(EFFECT, EFFECT),
                        0,
                        EFFECT);
        List<DutyTask.Plan> plans = new TaskPlans(Point.RULES).of(ours, terms(ours), false);
        assertThat(plans)
                .contains(new DutyTask.Plan("assistance-due", 0, "days", EFFECT, day(45)))
                .extracting(DutyTask.Plan::plan)
                .doesNotContain("renew", "assistance-coming");
    }

    @Test
    void clocksOfOursCountWhereTheOtherSideActs() {
        Request.Preserved ours =
                new Request.Preserved(
                        Point.head(az.qalxan.engines.law.RequestKind.PRESERVATION, Direction.OUT),
                        Moments.NONE.sent(EFFECT).confirmed(EFFECT).preserved(EFFECT, EFFECT),
                        0,
                        EFFECT);
        assertThat(terms(ours)).allMatch(term -> term.zone().equals(ZoneId.of("Asia/Tokyo")));
        assertThat(terms(Point.preserved(EFFECT))).allMatch(term -> term.zone().equals(Point.BAKU));
    }

    @Test
    void countingAnewKeepsWhatWasAndSaysWhatChanged() {
        List<Term> before = terms(Point.preserved(EFFECT));
        TermRule longer =
                new TermRule(
                        "floor",
                        "floor",
                        "BUDAPEST-185:29(7)",
                        90,
                        "days",
                        "effect",
                        "a",
                        "a",
                        "verified");
        TermPlan.Change change =
                Point.plan()
                        .recount(
                                before,
                                term -> term.is("floor") ? Optional.of(longer) : Optional.empty(),
                                day(10));
        assertThat(change.ended()).singleElement().matches(term -> term.endsAt().equals(day(60)));
        assertThat(change.started()).singleElement().matches(term -> term.endsAt().equals(day(90)));
        List<Term> after = change.applied(before);
        assertThat(Release.floor(after)).contains(day(90));
        assertThat(Point.plan().recount(after, term -> Optional.empty(), day(11)).started())
                .as("a second count changes nothing")
                .isEmpty();
    }

    @Test
    void releaseWaitsForTheFloorThenForAssistance() {
        Request.Preserved held = Point.preserved(EFFECT);
        List<Term> terms = terms(held);
        assertThat(Release.of(held, terms, 0, day(60).minusSeconds(1)))
                .isEqualTo(new Release.BeforeFloor(day(60)));
        assertThat(Release.of(held, terms, 1, day(60))).isEqualTo(new Release.Frozen(1));
        assertThat(Release.of(held, terms, 0, day(60))).isInstanceOf(Release.Free.class);
    }

    @Test
    void noOpenRequestIsLeftWithoutSomethingToDo() {
        TaskPlans plans = new TaskPlans(Point.RULES);
        List<DutyTask> none = List.of();
        TaskChange change =
                TaskChange.between(none, new TaskChange.Wanted(List.of(), false, Point.START));
        assertThat(change.leavesNothing(none)).isTrue();
        assertThat(plans.look(none, Point.START).raiseAt())
                .isEqualTo(Point.START.plus(Duration.ofDays(7)));
    }

    @Test
    void wordsOfRemainingTimeCountBothWays() {
        assertThat(Remaining.tone(EFFECT, EFFECT)).isEqualTo("nar");
        assertThat(Remaining.tone(EFFECT, EFFECT.minusSeconds(3_599))).isEqualTo("saf");
        assertThat(Remaining.tone(EFFECT, EFFECT.minusSeconds(3_601))).isEmpty();
    }
}
