package az.qalxan.cooperation;

import az.qalxan.jurisdiction.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who is told of a task, one after the other, until somebody has done it. */
record Ladder(String code, List<Step> steps) {

    Ladder {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a ladder has a step: " + code);
        }
    }

    /**
     * One step.
     *
     * @param to officer or head: whoever is on duty as that; coordinator or administrator: the role
     * @param from raised, before-due, after-due
     */
    record Step(String to, String from, Span delay) {

        Instant at(Instant raised, Instant due, ZoneId zone) {
            Instant moment =
                    switch (from) {
                        case "raised" -> delay.after(raised, zone);
                        case "before-due" -> delay.before(due, zone);
                        case "after-due" -> delay.after(due, zone);
                        default -> throw new IllegalStateException("a step counts from " + from);
                    };
            return moment.isBefore(raised) ? raised : moment;
        }
    }

    /** When that step is taken; empty behind the last one. */
    Optional<Instant> at(int level, Instant raised, Instant due, ZoneId zone) {
        return level < steps.size()
                ? Optional.of(steps.get(level).at(raised, due, zone))
                : Optional.empty();
    }
}
