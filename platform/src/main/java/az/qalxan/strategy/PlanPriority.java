package az.qalxan.strategy;

import az.qalxan.engines.plan.Priority;
import az.qalxan.jurisdiction.Words;

/** A priority of the plan with our own short title. */
public record PlanPriority(Priority priority, Words shortTitle) {

    public int number() {
        return priority.number();
    }
}
