package az.qalxan.engines.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two editions of a plan.
 *
 * @param id the number of what changed: a measure, a priority, a group, a target, an objective
 * @param stage whose result was reworded; null for every other kind
 * @param before what it said; empty for what was added
 * @param after what it says; empty for what was removed
 */
public record PlanChange(
        Kind kind, Subject subject, String id, @Nullable Stage stage, String before, String after) {

    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** The same measure under another number, or in another group or priority. */
        MOVED,
        REWORDED,
        PERIOD,
        LEAD,
        EXECUTORS,
        RESULT;

        /** The name in message keys and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** To what it happened. */
    public enum Subject {
        PRIORITY,
        GROUP,
        MEASURE,
        TARGET,
        OBJECTIVE,
        ACRONYM;

        /** The name in message keys and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
