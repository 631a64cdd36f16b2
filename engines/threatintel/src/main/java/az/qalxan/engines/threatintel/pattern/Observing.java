package az.qalxan.engines.threatintel.pattern;

import java.time.Instant;
import java.util.List;

/** What is asked of observations (STIX 2.1 §9.5). */
sealed interface Observing {

    /** One observation of which one object passes. */
    record Simple(Comparison comparison) implements Observing {}

    /** All of them, on different observations. */
    record Every(List<Observing> parts) implements Observing {

        public Every {
            parts = List.copyOf(parts);
        }
    }

    record Either(List<Observing> parts) implements Observing {

        public Either {
            parts = List.copyOf(parts);
        }
    }

    /** All of them, on different observations, none before the one that stands before it. */
    record Sequence(List<Observing> parts) implements Observing {

        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    record Within(Observing part, long nanos) implements Observing {}

    record Repeated(Observing part, long times) implements Observing {}

    /** From the start on, before the stop. */
    record Between(Observing part, Instant start, Instant stop) implements Observing {}
}
