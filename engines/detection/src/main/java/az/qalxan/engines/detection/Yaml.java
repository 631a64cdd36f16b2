package az.qalxan.engines.detection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML file and the place where it stands. */
sealed interface Yaml {

    int line();

    int column();

    /**
     * A single value.
     *
     * @param quoted whether it was written in quotes or as a block, so that it is text whatever it
     *     looks like
     */
    record Scalar(int line, int column, String text, boolean quoted) implements Yaml {

        boolean nothing() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        /** True, false, or null where it is no boolean (YAML 1.2.2, 10.3.2). */
        @Nullable Boolean truth() {
            if (quoted) {
                return null;
            }
            return switch (text) {
                case "true", "True", "TRUE" -> true;
                case "false", "False", "FALSE" -> false;
                default -> null;
            };
        }
    }

    record Sequence(int line, int column, List<Yaml> items) implements Yaml {}

    record Mapping(int line, int column, Map<String, Yaml> entries) implements Yaml {

        @Nullable Yaml at(String key) {
            return entries.get(key);
        }
    }
}
