package az.qalxan.monitoring.criterion;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What belongs together.
 *
 * @param alert findings of one entity so near each other are one alert
 * @param incident alerts that share an entity so near each other are one incident
 * @param common entities that everybody shares, as {@code kind:value}; they tie nothing
 * @param shared kinds of entity that mean the same at every body
 * @param hub what more alerts than that speak of ties nothing
 */
public record Grouping(
        Duration alert, Duration incident, Set<String> common, Set<String> shared, int hub) {

    /** Addresses that every network uses for itself (RFC 1918, 3927, 4193, 4291, 6598). */
    private static final Pattern PRIVATE =
            Pattern.compile(
                    "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*|169\\.254\\..*"
                            + "|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\..*|127\\..*"
                            + "|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::1?");

    public Grouping {
        common =
                common.stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        shared = Set.copyOf(shared);
    }

    /** Whether that entity tells one case from another. */
    public boolean ties(String kind, String value) {
        return !value.isBlank() && !common.contains((kind + ":" + value).toLowerCase(Locale.ROOT));
    }

    /** Whether that entity is the same one at every body. */
    public boolean travels(String kind, String value) {
        return shared.contains(kind)
                && ties(kind, value)
                && !(kind.equals("ip")
                        && PRIVATE.matcher(value.toLowerCase(Locale.ROOT)).matches());
    }
}
