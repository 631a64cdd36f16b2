package az.qalxan.engines.threatintel.pattern;

import java.util.List;

/** What came of asking a pattern. */
public sealed interface Verdict {

    /** Some observations match it: these. */
    record Matched(List<Observation> observations) implements Verdict {

        public Matched {
            observations = List.copyOf(observations);
        }
    }

    record Unmatched() implements Verdict {}

    /** It would take more reckoning than is allowed. */
    record Undecided(String words) implements Verdict {}
}
