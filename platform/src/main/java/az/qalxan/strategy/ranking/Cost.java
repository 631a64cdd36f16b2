package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the plan that would do something for a question, and how far it is.
 *
 * @param title null where the plan no longer has it
 * @param lead the acronym of the body that leads; empty where the plan no longer has it
 * @param reached of its three stages
 */
record Cost(String code, @Nullable Words title, String lead, int reached) {

    static final int STAGES = 3;

    int left() {
        return STAGES - reached;
    }

    boolean dropped() {
        return title == null;
    }
}
