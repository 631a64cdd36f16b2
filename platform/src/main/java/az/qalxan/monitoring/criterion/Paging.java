package az.qalxan.monitoring.criterion;

import java.time.Duration;
import java.util.List;

/**
 * Who is told of a critical case that nobody acknowledged.
 *
 * @param coordinator the body that keeps incidents of several bodies
 * @param steps in their order
 */
public record Paging(String coordinator, List<Step> steps) {

    public Paging {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param after so long after the case came up
     * @param whom own, own-head or coordinator; message key {@code incident.whom.<whom>}
     */
    public record Step(Duration after, String whom) {}
}
