package az.qalxan.engines.threatintel.pattern;

import java.util.List;

/** What is asked of one object (STIX 2.1 §9.6). */
sealed interface Comparison {

    record Every(List<Comparison> parts) implements Comparison {

        public Every {
            parts = List.copyOf(parts);
        }
    }

    record Either(List<Comparison> parts) implements Comparison {

        public Either {
            parts = List.copyOf(parts);
        }
    }

    /** Whether some value that the path selects passes. */
    record Test(ObjectPath path, boolean negated, Judge judge) implements Comparison {}

    /** Whether the path selects anything, or nothing where it is negated. */
    record Exists(ObjectPath path, boolean negated) implements Comparison {}
}
