package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every module for its marks of the measures that a page shows. */
@Component
class MarkedMeasures {

    private final ObjectProvider<MeasureMark> marks;

    MarkedMeasures(ObjectProvider<MeasureMark> marks) {
        this.marks = marks;
    }

    /** The marks of a page's measures. */
    record Marks(Map<MeasureCode, List<Mark>> byCode) {

        List<Mark> of(MeasureCode code) {
            return byCode.getOrDefault(code, List.of());
        }
    }

    Marks of(Collection<PlanMeasure> measures) {
        List<MeasureCode> codes = measures.stream().map(PlanMeasure::code).toList();
        Map<MeasureCode, List<Mark>> found = new HashMap<>();
        marks.stream()
                .sorted(Comparator.comparingInt(MeasureMark::order))
                .forEach(module ->
                        module.of(codes)
                                .forEach((code, list) ->
                                        found.computeIfAbsent(code, key -> new ArrayList<>())
                                                .addAll(list)));
        return new Marks(found);
    }
}
