package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people decided, by the reports that are named. */
final class BatchDecisions {

    private final Map<UUID, List<PairDecision>> byReport = new HashMap<>();

    BatchDecisions(Collection<PairDecision> decisions) {
        for (PairDecision one : decisions) {
            byReport.computeIfAbsent(one.pair().first(), id -> new ArrayList<>(1)).add(one);
            byReport.computeIfAbsent(one.pair().second(), id -> new ArrayList<>(1)).add(one);
        }
    }

    /** The decisions that name one of these. */
    List<PairDecision> about(Collection<ReportTraits> reports) {
        Set<PairDecision> found = new LinkedHashSet<>();
        if (!byReport.isEmpty()) {
            reports.forEach(one -> found.addAll(byReport.getOrDefault(one.id(), List.of())));
        }
        return List.copyOf(found);
    }
}
