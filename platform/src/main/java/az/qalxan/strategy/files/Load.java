package az.qalxan.strategy.files;

import az.qalxan.strategy.PlanBody;
import az.qalxan.strategy.PlanMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measures of a body that run in each year, as lead and as executor. */
record Load(PlanBody body, List<PlanMeasure> lead, List<PlanMeasure> executor) {

    Load {
        lead = List.copyOf(lead);
        executor = List.copyOf(executor);
    }

    /** Every body, or class of bodies, in the order in which the plan first names it. */
    static List<Load> of(List<PlanMeasure> measures) {
        Map<String, List<PlanMeasure>> lead = new LinkedHashMap<>();
        Map<String, List<PlanMeasure>> executor = new LinkedHashMap<>();
        Map<String, PlanBody> bodies = new LinkedHashMap<>();
        for (PlanMeasure measure : measures) {
            add(bodies, lead, measure.lead(), measure);
            measure.executors().forEach(one -> add(bodies, executor, one, measure));
        }
        return bodies.entrySet().stream()
                .map(one ->
                        new Load(
                                one.getValue(),
                                lead.getOrDefault(one.getKey(), List.of()),
                                executor.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    private static void add(
            Map<String, PlanBody> bodies,
            Map<String, List<PlanMeasure>> shares,
            PlanBody body,
            PlanMeasure measure) {
        bodies.putIfAbsent(body.acronym(), body);
        shares.computeIfAbsent(body.acronym(), key -> new ArrayList<>()).add(measure);
    }

    /** The plan gives years, so the four quarters of a year carry the same. */
    int in(int year) {
        return (int)
                java.util.stream.Stream.concat(lead.stream(), executor.stream())
                        .filter(one -> one.measure().span().includes(year))
                        .count();
    }
}
