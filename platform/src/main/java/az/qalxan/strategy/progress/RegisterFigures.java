package az.qalxan.strategy.progress;

import az.qalxan.jurisdiction.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures of the state's registers that may serve as evidence. The module that knows the registers
 * provides it; without one, no figure can be given.
 */
public interface RegisterFigures {

    /** A figure that may be asked for. */
    record Offered(String code, Words name, Words unit) {}

    /** What the registers answer. */
    sealed interface Answer {}

    /**
     * The figure.
     *
     * @param trueOn the day on which it was true
     */
    record Known(BigDecimal value, LocalDate trueOn) implements Answer {}

    /** There is none, and why: a message key. */
    record Unknown(String reason) implements Answer {}

    /** What may be asked for, in the order of a list. */
    List<Offered> offered();

    /** The figure of that code for the period that ends on that day. */
    Answer at(String code, LocalDate lastDay);
}
