package az.qalxan.engines.linking.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * The links by which a cluster hangs together: a tree over its reports, of the strongest pairs,
 * seen from the report with the smallest id.
 */
final class Backbone {

    private final LongPredicate hub;
    private final List<ReportTraits> reports;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Forest forest;
    private final List<List<Integer>> neighbours = new ArrayList<>();

    /** A pair that may be a link; the heavier ones are taken first. */
    private record Edge(int weight, int one, int other) implements Comparable<Edge> {

        @Override
        public int compareTo(Edge that) {
            int order = Integer.compare(that.weight, weight);
            order = order != 0 ? order : Integer.compare(one, that.one);
            return order != 0 ? order : Integer.compare(other, that.other);
        }
    }

    /** The link from a report towards the smallest id. */
    record Link(ReportTraits from, ReportTraits to) {}

    Backbone(Cluster cluster, LongPredicate hub, Collection<PairDecision> decisions) {
        this.hub = hub;
        this.reports = cluster.reports();
        for (int i = 0; i < reports.size(); i++) {
            numbers.put(reports.get(i).id(), i);
            neighbours.add(new ArrayList<>(2));
        }
        this.forest = new Forest(reports.size());
        addShared();
        addConfirmed(decisions);
    }

    /** One link for every report but the first, in an order that begins at the first. */
    List<Link> links() {
        edges.stream().sorted().forEach(this::take);
        closeGaps();
        return tree();
    }

    /** Holders of a key one after the other in time: enough to connect them all. */
    private void addShared() {
        Map<Long, List<Integer>> holders = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            for (Trait trait : reports.get(i).traits()) {
                holders.computeIfAbsent(trait.key(), k -> new ArrayList<>(2)).add(i);
            }
        }
        holders.forEach((key, numbered) -> {
            if (numbered.size() > 1 && !hub.test(key)) {
                numbered.sort((a, b) -> byTime(a, b));
                for (int i = 1; i < numbered.size(); i++) {
                    addEdge(numbered.get(i - 1), numbered.get(i));
                }
            }
        });
    }

    private int byTime(int one, int other) {
        int days =
                Integer.compare(
                        reports.get(one).circumstances().happenedDay(),
                        reports.get(other).circumstances().happenedDay());
        return days != 0 ? days : Integer.compare(one, other);
    }

    private void addEdge(int one, int other) {
        int weight = PairScore.shared(reports.get(one), reports.get(other), hub);
        if (weight > 0) {
            edges.add(new Edge(weight, Math.min(one, other), Math.max(one, other)));
        }
    }

    private void addConfirmed(Collection<PairDecision> decisions) {
        for (PairDecision decision : decisions) {
            Integer one = numbers.get(decision.pair().first());
            Integer other = numbers.get(decision.pair().second());
            boolean same = decision.verdict() == PairDecision.Verdict.SAME;
            if (same && one != null && other != null) {
                edges.add(new Edge(LinkExplanation.LINK_POINTS, one, other));
            }
        }
    }

    private void take(Edge edge) {
        if (forest.join(edge.one(), edge.other())) {
            neighbours.get(edge.one()).add(edge.other());
            neighbours.get(edge.other()).add(edge.one());
        }
    }

    /** A cluster may hang together by reports that went to another one. */
    private void closeGaps() {
        for (int i = 1; i < reports.size(); i++) {
            take(new Edge(0, 0, i));
        }
    }

    private List<Link> tree() {
        List<Link> links = new ArrayList<>(reports.size());
        boolean[] reached = new boolean[reports.size()];
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
        reached[0] = true;
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int next : neighbours.get(at).stream().sorted().toList()) {
                if (!reached[next]) {
                    reached[next] = true;
                    links.add(new Link(reports.get(next), reports.get(at)));
                    open.add(next);
                }
            }
        }
        return links;
    }
}
