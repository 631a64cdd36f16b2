package az.qalxan.monitoring.criterion;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A criterion that findings reached, with what was measured at that moment.
 *
 * @param at the event by which it was reached first
 * @param measured the value of each measure that the criterion names, at that moment
 */
public record Reached(Criterion criterion, Instant at, Map<Measure, Integer> measured) {

    public Reached {
        measured = Collections.unmodifiableMap(new EnumMap<>(measured));
    }
}
