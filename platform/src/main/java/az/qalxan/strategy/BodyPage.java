package az.qalxan.strategy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is asked of one body.
 *
 * @param lead what is shown of the measures that it answers for
 * @param executor what is shown of those that it helps to carry out
 * @param partners the bodies it works with, and in how many measures, the most frequent first
 */
record BodyPage(
        Plan plan,
        BodyShares shares,
        Slice<PlanMeasure> lead,
        Slice<PlanMeasure> executor,
        MarkedMeasures.Marks marks,
        Map<PlanBody, Integer> partners) {

    /** Where the two lists begin. */
    record Places(int lead, int executor) {}

    static BodyPage of(Plan plan, BodyShares shares, Places places, MarkedMeasures marked) {
        Slice<PlanMeasure> lead = Slice.of(shares.lead(), places.lead());
        Slice<PlanMeasure> executor = Slice.of(shares.executor(), places.executor());
        List<PlanMeasure> shown =
                Stream.of(lead.shown(), executor.shown()).flatMap(Collection::stream).toList();
        List<PlanMeasure> all =
                Stream.of(shares.lead(), shares.executor()).flatMap(Collection::stream).toList();
        return new BodyPage(
                plan, shares, lead, executor, marked.of(shown), partners(all, shares.body()));
    }

    /** The address of this page with its lists beginning there. */
    String at(int leadFrom, int executorFrom) {
        return BodyShares.address(shares.body())
                + "?lead="
                + leadFrom
                + "&executor="
                + executorFrom;
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
}
