package az.qalxan.monitoring.criterion;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What belongs together.
 *
 * @param alert findings of one entity so near each other are one alert
 * @param incident alerts that share an entity so near each other are one incident
 * @param common entities that everybody shares, as {@code kind:value}; they tie nothing
 * @param shared kinds of entity that mean the same at every body
 */
public record Grouping(
        Duration alert, Duration incident, Set<String> common, Set<String> shared) {

    public Grouping {
        common =
                common.stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        shared = Set.copyOf(shared);
    }

    /** Whether that entity tells one case from another. */
    public boolean ties(String kind, String value) {
        return !value.isBlank()
                && !common.contains((kind + ":" + value).toLowerCase(Locale.ROOT));
    }
}
