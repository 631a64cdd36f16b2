package az.qalxan.strategy.indicator;

import az.qalxan.access.BodyCode;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.figure.RegisterFigure.Unit;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is.
 *
 * @param why what it tells and why it was chosen; may be empty
 * @param aim where it starts and where it is to go
 * @param formula over figures of registers; empty for one that people enter by hand
 * @param owner the body that answers for it
 * @param measures of the action plan that it tells of
 * @param aims targets and objectives of the strategy that it tells of, by their numbers
 */
record Definition(
        Words name,
        Words why,
        Unit unit,
        Aim aim,
        Step step,
        String formula,
        BodyCode owner,
        SortedSet<MeasureCode> measures,
        List<String> aims) {

    Definition {
        measures = Collections.unmodifiableSortedSet(new TreeSet<>(measures));
        aims = List.copyOf(aims);
    }

    /**
     * Where an indicator is to go.
     *
     * @param baseline null where nobody measured it before
     * @param target null where nobody set one
     * @param targetOn the day by which it is to be there; null for no day
     */
    record Aim(
            Direction direction,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetOn) {

        Aim {
            if (target == null && targetOn != null) {
                throw new IllegalArgumentException("a day without a target");
            }
        }
    }

    boolean byHand() {
        return formula.isEmpty();
    }
}
