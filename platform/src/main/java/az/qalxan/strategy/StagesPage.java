package az.qalxan.strategy;

import az.qalxan.engines.plan.Stage;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What one stage of result means, measure by measure.
 *
 * @param slice the measures that the filter lets through
 */
record StagesPage(
        Plan plan,
        Stage stage,
        String words,
        Slice<PlanMeasure> slice,
        MarkedMeasures.Marks marks) {

    static StagesPage of(Plan plan, Stage stage, String words, int from, MarkedMeasures marked) {
        PlanFilter filter = new PlanFilter(words, "", "", "", "");
        Slice<PlanMeasure> slice = Slice.of(filter.of(plan), from);
        return new StagesPage(plan, stage, filter.words(), slice, marked.of(slice.shown()));
    }

    List<PlanMeasure> rows() {
        return slice.shown();
    }

    /** The address of the part of the list that begins there. */
    String at(int from) {
        return UriComponentsBuilder.fromPath("/strategy/stages")
                .queryParam("stage", stage.code())
                .queryParam("q", "{q}")
                .queryParam("from", from)
                .encode()
                .buildAndExpand(words)
                .toUriString();
    }
}
