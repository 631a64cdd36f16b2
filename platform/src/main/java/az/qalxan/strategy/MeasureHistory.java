package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.PlanChange;
import az.qalxan.engines.plan.PlanComparison;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the editions changed about one measure. */
@Component
class MeasureHistory {

    private static final int EDITIONS_MAX = 12;

    private final Plans plans;

    MeasureHistory(Plans plans) {
        this.plans = plans;
    }

    /** An edition and what it changed; nothing where it brought the measure in. */
    record Step(Edition edition, List<PlanChange> changes) {

        Step {
            changes = List.copyOf(changes);
        }
    }

    /** The steps of the latest editions that touched the measure, the newest first. */
    List<Step> of(MeasureCode code) {
        List<Edition> editions = plans.editions();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(editions.size() - 1, EDITIONS_MAX); i++) {
            Edition edition = editions.get(i);
            List<PlanChange> changes =
                    between(editions.get(i + 1), edition).stream()
                            .filter(one -> one.subject() == PlanChange.Subject.MEASURE)
                            .filter(one -> one.id().equals(code.value()))
                            .toList();
            if (!changes.isEmpty()) {
                steps.add(new Step(edition, changes));
            }
        }
        return steps;
    }

    private List<PlanChange> between(Edition before, Edition after) {
        return plans.of(before.id())
                .flatMap(old ->
                        plans.of(after.id())
                                .map(fresh -> PlanComparison.between(old.file(), fresh.file())))
                .orElse(List.of());
    }
}
