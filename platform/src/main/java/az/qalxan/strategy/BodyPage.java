package az.qalxan.strategy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is asked of one body.
 *
 * @param partners the bodies it works with, and in how many measures, the most frequent first
 */
record BodyPage(
        Plan plan, BodyShares shares, MarkedMeasures.Marks marks, Map<PlanBody, Integer> partners) {

    static BodyPage of(Plan plan, BodyShares shares, MarkedMeasures marked) {
        List<PlanMeasure> all =
                Stream.of(shares.lead(), shares.executor()).flatMap(Collection::stream).toList();
        return new BodyPage(plan, shares, marked.of(all), partners(all, shares.body()));
    }

    private static Map<PlanBody, Integer> partners(List<PlanMeasure> measures, PlanBody own) {
        Map<String, PlanBody> bodies = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (PlanMeasure measure : measures) {
            for (PlanBody body : measure.bodies()) {
                if (!body.acronym().equals(own.acronym())) {
                    bodies.putIfAbsent(body.acronym(), body);
                    counts.merge(body.acronym(), 1, Integer::sum);
                }
            }
        }
        Map<PlanBody, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(one -> sorted.put(bodies.get(one.getKey()), one.getValue()));
        return sorted;
    }

    long openEnded(List<PlanMeasure> measures) {
        return measures.stream().filter(one -> one.measure().span().isOpen()).count();
    }
}
