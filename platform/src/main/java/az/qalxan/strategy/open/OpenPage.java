package az.qalxan.strategy.open;

import az.qalxan.strategy.PlanPriority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page for everybody.
 *
 * @param plan null where there is none
 * @param words what was searched for; empty for nothing
 * @param found the measures that have all of those words, in the plan's order
 */
record OpenPage(@Nullable OpenPlan plan, String words, List<OpenMeasure> found) {

    OpenPage {
        found = List.copyOf(found);
    }

    List<OpenMeasure> of(PlanPriority priority) {
        return found.stream()
                .filter(one -> one.measure().measure().priority() == priority.number())
                .toList();
    }
}
