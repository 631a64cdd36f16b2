package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A part beyond every bound is one group. Of two reports in it that a person told apart, the later
 * one stands alone.
 */
final class Undivided {

    private Undivided() {}

    static List<Group> groups(List<ReportTraits> reports, List<PairDecision> decisions) {
        Set<UUID> ids = new HashSet<>();
        reports.forEach(report -> ids.add(report.id()));
        Set<UUID> alone = new HashSet<>();
        for (PairDecision decision : decisions) {
            if (decision.verdict() == PairDecision.Verdict.NOT_SAME
                    && ids.contains(decision.pair().first())
                    && ids.contains(decision.pair().second())) {
                alone.add(decision.pair().second());
            }
        }
        List<ReportTraits> together =
                reports.stream().filter(report -> !alone.contains(report.id())).toList();
        List<Group> groups = new ArrayList<>();
        if (!together.isEmpty()) {
            groups.add(Group.of(together));
        }
        reports.stream()
                .filter(report -> alone.contains(report.id()))
                .forEach(report -> groups.add(Group.of(List.of(report))));
        groups.sort(Group.BY_HEAD);
        return groups;
    }
}
