package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Joins reports of one component until no evidence is left. */
final class Cutting {

    private final List<ReportTraits> reports;
    private final LongPredicate hub;
    private final int[] cluster;

    Cutting(
            Collection<ReportTraits> reports,
            LongPredicate hub,
            Collection<PairDecision> decisions) {
        this.reports = new ArrayList<>(reports);
        this.reports.sort((a, b) -> ReportOrder.compare(a.id(), b.id()));
        this.hub = hub;
        this.cluster = new int[reports.size()];
    }

    SeriesPartition partition() {
        for (int i = 0; i < cluster.length; i++) {
            cluster[i] = i;
        }
        Map<Long, Integer> first = new HashMap<>();
        for (int i = 0; i < cluster.length; i++) {
            for (long key : reports.get(i).sortedKeys()) {
                Integer other = hub.test(key) ? null : first.putIfAbsent(key, i);
                if (other != null) {
                    join(other, i);
                }
            }
        }
        return members();
    }

    private void join(int one, int other) {
        int from = Math.max(cluster[one], cluster[other]);
        int to = Math.min(cluster[one], cluster[other]);
        for (int i = 0; from != to && i < cluster.length; i++) {
            cluster[i] = cluster[i] == from ? to : cluster[i];
        }
    }

    private SeriesPartition members() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int one : cluster) {
            sizes.merge(one, 1, Integer::sum);
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        sizes.forEach((one, size) -> {
            if (size > 1) {
                numbers.put(one, numbers.size());
            }
        });
        List<SeriesPartition.Member> members = new ArrayList<>();
        for (int i = 0; i < cluster.length; i++) {
            UUID root = cluster[i] == i ? null : reports.get(cluster[i]).id();
            members.add(
                    new SeriesPartition.Member(
                            reports.get(i).id(),
                            numbers.getOrDefault(cluster[i], -1),
                            root,
                            root == null ? 0 : LinkExplanation.LINK_POINTS));
        }
        return new SeriesPartition(members);
    }
}
