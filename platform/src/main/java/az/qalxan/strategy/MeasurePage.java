package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the plan, or one that an edition dropped.
 *
 * @param group null where the plan has no such level
 * @param dropped null while it stands
 * @param before the measure that comes before it in the plan; null for the first
 * @param after the measure that comes after it; null for the last
 * @param parts what other modules show of it
 */
record MeasurePage(
        PlanMeasure measure,
        @Nullable PlanPriority priority,
        @Nullable PlanGroup group,
        List<PlanAim> serves,
        @Nullable DroppedMeasure dropped,
        @Nullable PlanMeasure before,
        @Nullable PlanMeasure after,
        List<MeasureHistory.Step> history,
        List<Mark> marks,
        List<Content> parts) {

    MeasurePage {
        serves = List.copyOf(serves);
        history = List.copyOf(history);
        marks = List.copyOf(marks);
        parts = List.copyOf(parts);
    }

    MeasureCode code() {
        return measure.code();
    }
}
