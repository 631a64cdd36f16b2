package az.qalxan.strategy.progress;

import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Bodies that talk about a measure of the plan, for tests; every test takes another measure. */
final class StageTalk {

    static final String WORDS = "Siyahı tərtib edilib və qurumlara göndərilib.";

    private final Plans plans;
    private final Speaking speaking;

    StageTalk(Plans plans, Speaking speaking) {
        this.plans = plans;
        this.speaking = speaking;
    }

    static Caller of(String body) {
        return SignedIn.caller(body, Role.COORDINATOR);
    }

    /**
     * A measure that nobody has spoken of in this run, led by a body with an executor beside it.
     */
    PlanMeasure fresh(Progress progress, java.time.Instant now, String lead) {
        AtomicReference<PlanMeasure> found = new AtomicReference<>();
        SignedIn.run(
                of(lead),
                () ->
                        plans.current().orElseThrow().measures().stream()
                                .filter(one ->
                                        one.lead().body() != null
                                                && one.lead().body().value().equals(lead))
                                .filter(one -> untouched(progress, now, one))
                                .filter(one -> StageFiles.parties(one).all().size() > 1)
                                .findFirst()
                                .ifPresent(found::set));
        return Objects.requireNonNull(found.get(), "no measure of " + lead + " is left");
    }

    private static boolean untouched(
            Progress progress, java.time.Instant now, PlanMeasure measure) {
        MeasureStanding one = progress.standings(now).get(measure.code());
        return one != null && one.saidAt() == null;
    }

    void asks(PlanMeasure measure, Stage stage, EvidenceKind... kinds) {
        String lead = Objects.requireNonNull(measure.lead().body()).value();
        Set<EvidenceKind> asked = EnumSet.noneOf(EvidenceKind.class);
        asked.addAll(List.of(kinds));
        as(
                lead,
                caller ->
                        speaking.criterion(
                                new Speaking.Where(measure.code(), stage),
                                "Siyahı təsdiq edilib və dərc olunub.",
                                asked,
                                caller));
    }

    UUID proposes(String body, PlanMeasure measure, Stage stage) {
        AtomicReference<UUID> claim = new AtomicReference<>();
        as(
                body,
                caller ->
                        claim.set(
                                speaking.propose(
                                        new Speaking.Where(measure.code(), stage),
                                        WORDS,
                                        List.of(decision()),
                                        caller)));
        return Objects.requireNonNull(claim.get());
    }

    static Evidence.Given decision() {
        return new Evidence.Given(
                "Nazirin əmri",
                new Evidence.Decision("17/2026", LocalDate.of(2026, 3, 2)),
                new byte[0]);
    }

    static void as(String body, java.util.function.Consumer<Caller> work) {
        Caller caller = of(body);
        SignedIn.run(caller, () -> work.accept(caller));
    }
}
