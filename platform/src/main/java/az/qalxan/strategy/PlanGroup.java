package az.qalxan.strategy;

import az.qalxan.engines.plan.Group;
import az.qalxan.jurisdiction.Words;

/** A group of measures with our own short title. */
public record PlanGroup(Group group, Words shortTitle) {

    public String id() {
        return group.id();
    }
}
