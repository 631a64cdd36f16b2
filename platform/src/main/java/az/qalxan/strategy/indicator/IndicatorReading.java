package az.qalxan.strategy.indicator;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.jurisdiction.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator says of a period.
 *
 * @param period the last one that was over on the asked day
 * @param target null where nobody set one
 * @param owner the code of the body that answers for it
 * @param ofPack whether it is our own proposal, which no body agreed to yet
 * @param trend better, worse, same, changed, or unknown: message key {@code
 *     indicator.trend.<trend>}
 * @param history what was said last of each period up to this one, the oldest first
 */
public record IndicatorReading(
        String code,
        Words name,
        Unit unit,
        FigurePeriod period,
        Reading value,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable LocalDate targetOn,
        Direction direction,
        String owner,
        Set<MeasureCode> measures,
        List<String> aims,
        boolean ofPack,
        String trend,
        List<Point> history) {

    public IndicatorReading {
        SortedSet<MeasureCode> sorted = new TreeSet<>(measures);
        measures = Collections.unmodifiableSortedSet(sorted);
        aims = List.copyOf(aims);
        history = List.copyOf(history);
    }

    /** A value, or why there is none. */
    public sealed interface Reading {

        /**
         * It is known.
         *
         * @param trueOn the day on which the registers, or whoever entered it, said so
         * @param byHand whether a person entered it
         */
        record Known(BigDecimal value, LocalDate trueOn, boolean byHand) implements Reading {}

        /** It is not, and why, in a sentence. */
        record Unknown(Words reason) implements Reading {}
    }

    /**
     * A point of the past.
     *
     * @param value null where it is unknown
     */
    public record Point(FigurePeriod period, @Nullable BigDecimal value, boolean byHand) {}

    /** Whether the value is where it is to be; false where either is unknown. */
    public boolean reached() {
        return target != null
                && value instanceof Reading.Known known
                && direction.reaches(known.value(), target);
    }
}
