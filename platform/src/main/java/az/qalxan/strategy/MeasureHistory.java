package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.PlanChange;
import az.qalxan.engines.plan.PlanComparison;
import az.qalxan.engines.plan.PlanFile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the editions changed about one measure. */
@Component
class MeasureHistory {

    private static final int EDITIONS_MAX = 8;

    private final PlanShelf shelf;

    MeasureHistory(PlanShelf shelf) {
        this.shelf = shelf;
    }

    /** An edition and what it changed; nothing where it brought the measure in. */
    record Step(Edition edition, List<PlanChange> changes) {

        Step {
            changes = List.copyOf(changes);
        }
    }

    /** The steps of the latest editions that touched the measure, the newest first. */
    List<Step> of(MeasureCode code) {
        List<Edition> editions = shelf.editions();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(editions.size() - 1, EDITIONS_MAX); i++) {
            Edition edition = editions.get(i);
            List<PlanChange> changes = between(editions.get(i + 1), edition, code);
            if (!changes.isEmpty()) {
                steps.add(new Step(edition, changes));
            }
        }
        return steps;
    }

    private List<PlanChange> between(Edition before, Edition after, MeasureCode code) {
        return shelf.fileOf(before.id())
                .flatMap(old ->
                        shelf.fileOf(after.id())
                                .map(fresh ->
                                        PlanComparison.between(only(old, code), only(fresh, code))))
                .orElse(List.of());
    }

    /** The file with that measure alone, so that nothing else is compared. */
    private static PlanFile only(PlanFile file, MeasureCode code) {
        return new PlanFile(
                file.title(),
                file.language(),
                file.source(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                file.measures().stream().filter(one -> one.code().equals(code)).toList());
    }
}
