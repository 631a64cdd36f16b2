package az.qalxan.engines.formula;

import java.math.BigDecimal;

/** Answers what a figure was. */
@FunctionalInterface
public interface Figures {

    /**
     * The figure of that name, so many periods before the one that is worked out.
     *
     * @param before 0 for the period itself
     */
    Answer figure(String name, int before);

    /** An answer. */
    sealed interface Answer {

        /** It is known. */
        record Known(BigDecimal value) implements Answer {}

        /** It is not, for a reason that the asker understands. */
        record Missing(String reason) implements Answer {}
    }
}
