package az.qalxan.strategy.open;

import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.Edition;
import az.qalxan.strategy.PlanAim;
import az.qalxan.strategy.PlanPriority;
import java.time.Instant;
import java.util.List;

/**
 * The plan as everybody may see it at a moment.
 *
 * @param asOf when its state was taken
 */
record OpenPlan(
        Edition edition,
        Instant asOf,
        List<PlanPriority> priorities,
        List<OpenMeasure> measures,
        List<PlanAim> aims) {

    OpenPlan {
        priorities = List.copyOf(priorities);
        measures = List.copyOf(measures);
        aims = List.copyOf(aims);
    }

    int stages() {
        return measures.size() * Stage.values().length;
    }

    int in(OpenState state) {
        return (int)
                measures.stream()
                        .flatMap(one -> one.states().values().stream())
                        .filter(one -> one == state)
                        .count();
    }

    int overdue() {
        return (int) measures.stream().filter(OpenMeasure::overdue).count();
    }

    int withoutEnd() {
        return (int)
                measures.stream().filter(one -> one.measure().measure().span().isOpen()).count();
    }

    List<PlanAim> uncovered() {
        return aims.stream()
                .filter(one -> one.kind() == PlanAim.Kind.TARGET && one.uncovered())
                .toList();
    }
}
