package az.qalxan.cooperation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must do about a request.
 *
 * @param plan code of what is to be done; message key {@code duty.task.<plan>}
 * @param cycle counts repetitions of the same plan
 * @param ladder code of the ladder by which people are told
 * @param raiseAt when it is shown to people
 * @param dueAt by when it should be done
 * @param state planned, open, done, dropped
 * @param missed whether it was to be raised while the program was down
 * @param level steps of the ladder that were taken
 * @param words what was written when it was done
 */
record DutyTask(
        UUID id,
        String plan,
        int cycle,
        String ladder,
        Instant raiseAt,
        Instant dueAt,
        String state,
        @Nullable Instant raisedAt,
        boolean missed,
        int level,
        @Nullable Instant doneAt,
        String doneBy,
        String words) {

    /** How the words begin of a task that a change of state ended. */
    static final String BY_STATE = "state:";

    /** A task that should be there, without what happened to it. */
    record Plan(String plan, int cycle, String ladder, Instant raiseAt, Instant dueAt) {

        Plan {
            if (dueAt.isBefore(raiseAt)) {
                throw new IllegalArgumentException("%s is due before it is raised".formatted(plan));
            }
        }

        boolean is(DutyTask task) {
            return task.plan.equals(plan) && task.cycle == cycle;
        }
    }

    boolean pending() {
        return state.equals("planned") || state.equals("open");
    }

    /** Whether a change of the request's state ended it, not a person's word. */
    boolean endedByState() {
        return !pending() && words.startsWith(BY_STATE);
    }

    boolean open() {
        return state.equals("open");
    }

    boolean past(Instant now) {
        return open() && !now.isBefore(dueAt);
    }
}
