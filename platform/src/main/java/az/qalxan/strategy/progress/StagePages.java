package az.qalxan.strategy.progress;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.Right;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages of stages. */
@Component
class StagePages {

    private static final int PERIODS = 8;

    private final StageFiles files;
    private final Plans plans;
    private final EvidenceReading reading;
    private final AccessPolicy policy;
    private final BodyNames names;

    StagePages(
            StageFiles files,
            Plans plans,
            EvidenceReading reading,
            AccessPolicy policy,
            BodyNames names) {
        this.files = files;
        this.plans = plans;
        this.reading = reading;
        this.policy = policy;
        this.names = names;
    }

    @Transactional(readOnly = true)
    public StagePage page(Speaking.Where where, Caller caller, StagePage.Tried tried) {
        MeasureCode code = where.measure();
        StageFile file = files.of(code).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        PlanMeasure measure =
                plans.lastKnown(code).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return new StagePage(
                file,
                where.stage(),
                measure,
                plans.current().flatMap(plan -> plan.measure(code)).isEmpty(),
                file.claims(where.stage()).stream().map(claim -> box(file, claim, caller)).toList(),
                reading.offered(),
                reading.periods(PERIODS),
                new StagePage.Viewpoint(caller, names),
                tried);
    }

    private StagePage.Box box(StageFile file, Claim claim, Caller caller) {
        Map<Long, Entry> lines =
                claim.entries().stream()
                        .collect(Collectors.toMap(Entry::sequence, Function.identity()));
        List<StagePage.Shown> evidence =
                file.evidence(claim.id()).stream()
                        .flatMap(one ->
                                Optional.ofNullable(lines.get(one.entry()))
                                        .map(entry -> new StagePage.Shown(one, entry))
                                        .stream())
                        .toList();
        return new StagePage.Box(
                claim,
                file.criterion(claim),
                evidence,
                file.missing(claim),
                may(file, claim, caller));
    }

    /** What the caller may say of the claim as it stands. */
    private Set<ProgressKind> may(StageFile file, Claim claim, Caller caller) {
        String body = caller.body().value();
        Set<ProgressKind> may = EnumSet.noneOf(ProgressKind.class);
        long seen = claim.last();
        if (policy.permits(caller, Right.parse("strategy:decide"))) {
            allow(
                    may,
                    ProgressKind.CONFIRMED,
                    Rules.confirm(claim, body, seen, file.missing(claim)));
            allow(may, ProgressKind.DISPUTED, Rules.dispute(claim, body, seen));
            allow(may, ProgressKind.TAKEN_BACK, Rules.takeBack(claim, body));
            allow(may, ProgressKind.REOPENED, Rules.reopen(claim, file.parties(), body));
        }
        if (policy.permits(caller, Right.parse("strategy:create"))) {
            allow(may, ProgressKind.EVIDENCE, Rules.evidence(claim, file.parties(), body));
            allow(may, ProgressKind.WITHDRAWN, Rules.withdraw(claim, body));
            claim.unanswered()
                    .forEach(dispute ->
                            allow(
                                    may,
                                    ProgressKind.ANSWERED,
                                    Rules.answer(claim, file.parties(), body, dispute.sequence())));
        }
        return may;
    }

    private static void allow(Set<ProgressKind> may, ProgressKind kind, Optional<String> refusal) {
        if (refusal.isEmpty()) {
            may.add(kind);
        }
    }

    /**
     * The stage that an address names.
     *
     * @throws ProblemFound not found, when it names none
     */
    static Speaking.Where where(String code, String stage) {
        for (Stage one : Stage.values()) {
            if (one.code().equals(stage) && MeasureCode.isOne(code)) {
                return new Speaking.Where(new MeasureCode(code), one);
            }
        }
        throw ProblemFound.of(WebProblem.NOT_FOUND);
    }
}
