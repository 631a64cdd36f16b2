package az.qalxan.strategy;

import az.qalxan.engines.plan.Stage;
import java.util.List;

/**
 * What one stage of result means, measure by measure.
 *
 * @param rows the measures that the filter lets through
 */
record StagesPage(
        Plan plan, Stage stage, String words, List<PlanMeasure> rows, MarkedMeasures.Marks marks) {

    StagesPage {
        rows = List.copyOf(rows);
    }

    static StagesPage of(Plan plan, Stage stage, String words, MarkedMeasures marked) {
        PlanFilter filter = new PlanFilter(words, "", "", "", "");
        List<PlanMeasure> rows = filter.of(plan);
        return new StagesPage(plan, stage, filter.words(), rows, marked.of(rows));
    }
}
