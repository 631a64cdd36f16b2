package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was observed, as an observed-data object of STIX tells it: some objects, so many times,
 * between two moments.
 *
 * @param id of the observed-data object; empty where it has none
 * @param number how many observations it stands for
 * @param objects by the identifiers by which they refer to each other
 */
public record Observation(
        String id, Instant first, Instant last, long number, Map<String, ObjectNode> objects) {

    public Observation {
        if (number < 1 || last.isBefore(first)) {
            throw new IllegalArgumentException("an observation of " + number + " from " + first);
        }
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
    }
}
