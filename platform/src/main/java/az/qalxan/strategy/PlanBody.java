package az.qalxan.strategy;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body in its part for a measure.
 *
 * @param acronym as the plan prints it
 * @param body its code in the directory; null for a class of bodies, or one that nobody entered
 * @param current its acronym on the day for which the plan was put together
 * @param name its name on that day
 * @param recommended whether the plan only recommends the measure to it
 * @param ended what became of a body that no longer is; null while it is
 */
public record PlanBody(
        String acronym,
        @Nullable BodyCode body,
        String current,
        Words name,
        boolean recommended,
        @Nullable Ended ended) {

    /**
     * A body was dissolved.
     *
     * @param on the first day on which it was no more
     * @param successor who took its duties over; null if nobody is named
     */
    public record Ended(LocalDate on, @Nullable BodyCode successor) {}

    /** Whether it is called otherwise than the plan prints. */
    public boolean renamed() {
        return !current.equals(acronym);
    }
}
