package az.qalxan.engines.detection;

import java.math.BigDecimal;

/** What a rule asks of the values of one field. */
sealed interface ValueTest {

    /** The text, without regard to case unless it says so. */
    record Textual(TextPattern pattern, SigmaText text, boolean cased) implements ValueTest {}

    /** A part of the text fits the expression. */
    record Regular(LinearRegex regex) implements ValueTest {}

    /** The number itself, however it is written in the event. */
    record Equal(BigDecimal number, String written) implements ValueTest {}

    record Compared(Comparison comparison, BigDecimal number) implements ValueTest {}

    record Truth(boolean value) implements ValueTest {}

    /** The field is missing or holds null. */
    record Nothing() implements ValueTest {}

    /** The field is there, whatever it holds, or it is not. */
    record Exists(boolean there) implements ValueTest {}

    record InNetwork(Network network) implements ValueTest {}

    /** The value is, starts with, ends with or holds what another field of the event holds. */
    record OtherField(String field, Place place, boolean cased) implements ValueTest {}

    /** A part of a point in time, in UTC, is, or compares to, a number. */
    record TimePart(TimeUnit unit, Comparison comparison, BigDecimal number) implements ValueTest {}

    /** Where in a value another stands. */
    enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }

    enum Comparison {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int compared) {
            return switch (this) {
                case EQUAL -> compared == 0;
                case LESS -> compared < 0;
                case LESS_OR_EQUAL -> compared <= 0;
                case GREATER -> compared > 0;
                case GREATER_OR_EQUAL -> compared >= 0;
            };
        }
    }

    enum TimeUnit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }
}
