package az.qalxan.engines.formula;

import java.math.BigDecimal;
import java.util.List;

/** What a formula came to. */
public sealed interface Outcome {

    /** A value. */
    record Value(BigDecimal value) implements Outcome {}

    /** No value, and why; the causes in the order in which they were met, each once. */
    record Unknown(List<Cause> causes) implements Outcome {

        public Unknown {
            causes = List.copyOf(causes);
            if (causes.isEmpty()) {
                throw new IllegalArgumentException("what is unknown is so for a reason");
            }
        }
    }

    /**
     * A reason.
     *
     * @param offset where in the formula
     * @param before how many periods before the one that was worked out
     * @param figure the figure that is missing; empty for other kinds
     * @param reason what was said of the missing figure; empty for other kinds
     */
    record Cause(Kind kind, int offset, int before, String figure, String reason) {}

    /** Kinds of reasons. */
    enum Kind {
        DIVISION_BY_ZERO,
        MISSING_FIGURE,
        /** A part that is larger than its whole, or smaller than nothing, has no share. */
        NO_PART_OF_IT,
        TOO_LARGE
    }
}
