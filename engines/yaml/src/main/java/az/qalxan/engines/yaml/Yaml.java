package az.qalxan.engines.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a YAML file and the place where it begins; lines and columns from 1. */
public sealed interface Yaml {

    int line();

    int column();

    /** Of a single value; empty for the others. */
    default String text() {
        return "";
    }

    /** Of a mapping, in its order; empty for the others. */
    default Map<String, Yaml> entries() {
        return Map.of();
    }

    /** Of a list; empty for the others. */
    default List<Yaml> items() {
        return List.of();
    }

    /** Whether it is written without quotes and says nothing: empty, {@code ~} or {@code null}. */
    default boolean nothing() {
        return false;
    }

    /**
     * A single value.
     *
     * @param quoted whether it was written in quotes or as a block, so that it is text whatever it
     *     looks like
     */
    record Scalar(int line, int column, String text, boolean quoted) implements Yaml {

        @Override
        public boolean nothing() {
            return !quoted
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        /** True, false, or null where it is no boolean (YAML 1.2.2, 10.3.2). */
        public @Nullable Boolean truth() {
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

        public @Nullable Yaml at(String key) {
            return entries.get(key);
        }
    }
}
