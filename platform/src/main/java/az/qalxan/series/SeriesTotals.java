package az.qalxan.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A series in figures, counted from the reports that the caller may read.
 *
 * @param losses what was lost, by ISO 4217 code, the largest first
 * @param regions reports by region code, the most first; reports without a region stand under ""
 * @param categories reports by category code, the most first
 * @param bodies reports by body code, the most first
 * @param waiting how many wait for a decision
 */
public record SeriesTotals(
        int reports,
        int waiting,
        Instant first,
        Instant last,
        Map<String, BigDecimal> losses,
        Map<String, Integer> regions,
        Map<String, Integer> categories,
        Map<String, Integer> bodies) {

    public SeriesTotals {
        losses = Collections.unmodifiableMap(new LinkedHashMap<>(losses));
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
    }
}
