package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Joins the reports of one part, which evidence connects, into groups. */
final class Cutting {

    private final List<ReportTraits> reports;
    private final LongPredicate hub;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<int[]> confirmed = new ArrayList<>();
    private final Joins joins;

    /** Takes reports in ascending order and decisions in the order of their pairs. */
    Cutting(List<ReportTraits> reports, LongPredicate hub, List<PairDecision> decisions) {
        this.reports = reports;
        this.hub = hub;
        List<int[]> apart = new ArrayList<>();
        if (!decisions.isEmpty()) {
            for (int i = 0; i < reports.size(); i++) {
                numbers.put(reports.get(i).id(), i);
            }
            decisions.forEach(decision -> sort(decision, apart));
        }
        this.joins = new Joins(reports.size(), apart);
    }

    private void sort(PairDecision decision, List<int[]> apart) {
        Integer one = numbers.get(decision.pair().first());
        Integer other = numbers.get(decision.pair().second());
        if (one != null && other != null) {
            boolean same = decision.verdict() == PairDecision.Verdict.SAME;
            (same ? confirmed : apart).add(new int[] {one, other});
        }
    }

    /** The groups by ascending heads, reports that stand alone included. */
    List<List<ReportTraits>> groups(List<int[]> weakPairs) {
        confirmed.forEach(pair -> joins.join(pair[0], pair[1]));
        new Groups(reports, hub, joins).join(weakPairs);
        Map<Integer, List<ReportTraits>> clusters = new TreeMap<>();
        for (int i = 0; i < reports.size(); i++) {
            clusters.computeIfAbsent(joins.cluster(i), c -> new ArrayList<>()).add(reports.get(i));
        }
        return List.copyOf(clusters.values());
    }
}
