package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A part beyond every bound is one group. Of two reports in it that a person told apart, the later
 * one stands alone.
 */
final class Undivided {

    private Undivided() {}

    static List<List<ReportTraits>> groups(
            List<ReportTraits> reports, List<PairDecision> decisions) {
        Set<UUID> ids = new HashSet<>();
        reports.forEach(report -> ids.add(report.id()));
        Set<UUID> alone = toldApart(ids, decisions);
        List<ReportTraits> together =
                reports.stream().filter(report -> !alone.contains(report.id())).toList();
        List<List<ReportTraits>> groups = new ArrayList<>();
        if (!together.isEmpty()) {
            groups.add(together);
        }
        reports.stream()
                .filter(report -> alone.contains(report.id()))
                .forEach(report -> groups.add(List.of(report)));
        groups.sort((a, b) -> ReportOrder.compare(a.getFirst().id(), b.getFirst().id()));
        return groups;
    }

    /** The reports that stand alone in the undivided components of these clusters. */
    static Set<UUID> alone(List<Cluster> clusters, List<PairDecision> decisions) {
        Map<UUID, Set<UUID>> ids = new HashMap<>();
        for (Cluster cluster : clusters) {
            if (cluster.width() == Placement.Width.UNDIVIDED) {
                Set<UUID> some = ids.computeIfAbsent(cluster.component(), c -> new HashSet<>());
                cluster.reports().forEach(report -> some.add(report.id()));
            }
        }
        Set<UUID> alone = new HashSet<>();
        ids.values().forEach(some -> alone.addAll(toldApart(some, decisions)));
        return alone;
    }

    private static Set<UUID> toldApart(Set<UUID> ids, List<PairDecision> decisions) {
        Set<UUID> later = new HashSet<>();
        for (PairDecision decision : decisions) {
            if (decision.verdict() == PairDecision.Verdict.NOT_SAME
                    && ids.contains(decision.pair().first())
                    && ids.contains(decision.pair().second())) {
                later.add(decision.pair().second());
            }
        }
        return later;
    }
}
