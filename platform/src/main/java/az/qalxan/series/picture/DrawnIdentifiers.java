package az.qalxan.series.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Which identifiers of a graph are drawn: those that join something; of very many, those that leave
 * the fewest reports without one.
 *
 * @param drawn by the number of the node
 * @param unshared identifiers that join nothing
 * @param weak identifiers that join something and are not drawn
 */
record DrawnIdentifiers(boolean[] drawn, int unshared, int weak) {

    static DrawnIdentifiers all(NodeGraph graph) {
        boolean[] drawn = new boolean[graph.size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = !graph.isReport(i);
        }
        return new DrawnIdentifiers(drawn, 0, 0);
    }

    static DrawnIdentifiers of(NodeGraph graph, Detail detail) {
        boolean[] drawn = new boolean[graph.size()];
        List<Integer> candidates = new ArrayList<>();
        List<Integer> hubs = new ArrayList<>();
        int unshared = 0;
        for (int i = 0; i < graph.size(); i++) {
            if (graph.isHub(i)) {
                hubs.add(i);
            } else if (!graph.isReport(i) && graph.joins(i)) {
                candidates.add(i);
            } else if (!graph.isReport(i)) {
                unshared++;
            }
        }
        hubs.stream()
                .sorted(Comparator.comparingInt((Integer i) -> -graph.reportsOf(i).length))
                .limit(detail.hubsMax())
                .forEach(i -> drawn[i] = true);
        int most = Math.min(detail.identifiersMax(), candidates.size());
        choose(graph, candidates, most, drawn);
        int hidden = Math.max(0, hubs.size() - detail.hubsMax());
        return new DrawnIdentifiers(drawn, unshared, candidates.size() - most + hidden);
    }

    /** An identifier and how many reports it reached when that was last counted. */
    private record Gain(int identifier, int reached, int all, int weight) {

        static final Comparator<Gain> ORDER =
                Comparator.comparingInt(Gain::reached)
                        .thenComparingInt(Gain::all)
                        .thenComparingInt(Gain::weight)
                        .reversed()
                        .thenComparingInt(Gain::identifier);
    }

    /** One after the other, that which reaches most reports that none before it reached. */
    private static void choose(NodeGraph graph, List<Integer> from, int most, boolean[] drawn) {
        boolean[] reached = new boolean[graph.size()];
        PriorityQueue<Gain> next = new PriorityQueue<>(Gain.ORDER);
        from.forEach(i -> next.add(gain(graph, i, reached)));
        for (int chosen = 0; chosen < most; ) {
            Gain best = next.remove();
            Gain now = gain(graph, best.identifier(), reached);
            if (now.reached() < best.reached()) {
                next.add(now);
                continue;
            }
            drawn[best.identifier()] = true;
            for (int report : graph.reportsOf(best.identifier())) {
                reached[report] = true;
            }
            chosen++;
        }
    }

    private static Gain gain(NodeGraph graph, int identifier, boolean[] reached) {
        int[] reports = graph.reportsOf(identifier);
        int fresh = 0;
        for (int report : reports) {
            fresh += reached[report] ? 0 : 1;
        }
        boolean marked = !graph.node(identifier).marks().isEmpty();
        int first = marked ? graph.size() : fresh;
        return new Gain(identifier, first, reports.length, graph.node(identifier).weight());
    }
}
