package az.qalxan.figure;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a figure of a period is, as far as it may be told. */
public sealed interface FigureReading {

    /** It is that. */
    record Known(BigDecimal value) implements FigureReading {}

    /** Too few records stand behind it, or it would give such a figure away. */
    record Hidden() implements FigureReading {}

    /** There is no record of which it could be measured. */
    record Nothing() implements FigureReading {}

    /** The register was not kept yet in the whole period; {@code since} is its oldest record. */
    record NotYet(LocalDate since) implements FigureReading {}

    /** The register is empty or could not be read. */
    record NotKept() implements FigureReading {}

    /** No register tells a figure of that name. */
    record NoSuchFigure() implements FigureReading {}

    /** Last part of message keys: {@code figure.reading.<code>}. */
    default String code() {
        return switch (this) {
            case Known ignored -> "known";
            case Hidden ignored -> "hidden";
            case Nothing ignored -> "nothing";
            case NotYet ignored -> "not-yet";
            case NotKept ignored -> "not-kept";
            case NoSuchFigure ignored -> "no-such-figure";
        };
    }
}
