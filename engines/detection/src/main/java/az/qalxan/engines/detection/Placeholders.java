package az.qalxan.engines.detection;

import java.util.List;
import java.util.Map;

/**
 * What stands for {@code %name%} in values with the modifier {@code expand}.
 *
 * @param values the values of each name; they may hold wildcards
 */
public record Placeholders(Map<String, List<String>> values) {

    /** No placeholder has a value: rules that use one are refused. */
    public static final Placeholders NONE = new Placeholders(Map.of());

    public Placeholders {
        values = Map.copyOf(values);
    }
}
