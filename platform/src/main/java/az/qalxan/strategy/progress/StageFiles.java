package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is kept about a measure. */
@Component
class StageFiles {

    private final ProgressStore store;
    private final EvidenceStore evidence;
    private final Plans plans;

    StageFiles(ProgressStore store, EvidenceStore evidence, Plans plans) {
        this.store = store;
        this.evidence = evidence;
        this.plans = plans;
    }

    /** The file of a measure of the plan, or of one that was dropped but somebody spoke of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StageFile> of(MeasureCode code) {
        Optional<PlanMeasure> planned = plans.current().flatMap(plan -> plan.measure(code));
        List<Entry> entries = store.of(code);
        if (planned.isEmpty() && entries.isEmpty()) {
            return Optional.empty();
        }
        Parties parties = planned.map(StageFiles::parties).orElse(Parties.NONE);
        return Optional.of(
                new StageFile(
                        code,
                        parties,
                        entries,
                        Claim.of(entries),
                        criteria(entries, evidence.kinds(code)),
                        evidence.of(code)));
    }

    static Parties parties(PlanMeasure measure) {
        @Nullable BodyCode lead = measure.lead().body();
        Set<String> all =
                measure.bodies().stream()
                        .flatMap(one -> Optional.ofNullable(one.body()).stream())
                        .map(BodyCode::value)
                        .collect(Collectors.toSet());
        return new Parties(lead == null ? null : lead.value(), all);
    }

    private static List<StageFile.Versions> criteria(
            List<Entry> entries, Map<Long, Set<EvidenceKind>> kinds) {
        return Arrays.stream(Stage.values())
                .map(stage -> new StageFile.Versions(stage, versions(stage, entries, kinds)))
                .toList();
    }

    private static List<Criterion> versions(
            Stage stage, List<Entry> entries, Map<Long, Set<EvidenceKind>> kinds) {
        List<Criterion> versions = new ArrayList<>();
        entries.stream()
                .filter(one -> one.kind() == ProgressKind.CRITERION && one.place().stage() == stage)
                .forEach(one ->
                        versions.add(
                                new Criterion(
                                        versions.size() + 1,
                                        one,
                                        kinds.getOrDefault(one.sequence(), Set.of()))));
        return versions;
    }

    /** The plan that was in force at a moment; before the first edition, the present one. */
    Optional<Plan> plan(java.time.Instant moment) {
        return plans.editions().stream()
                .filter(one -> !one.recorded().isAfter(moment))
                .max(java.util.Comparator.comparingInt(az.qalxan.strategy.Edition::number))
                .flatMap(one -> plans.of(one.id()))
                .or(plans::current);
    }
}
