package az.qalxan.series.picture;

import az.qalxan.series.picture.Picture.Tie;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The edges between places, added up; what is not drawn between two places joins them, too. */
final class TieSums {

    private final Map<Tie, Tie> sums =
            new TreeMap<>(
                    Comparator.comparingInt(Tie::from)
                            .thenComparingInt(Tie::to)
                            .thenComparing(Tie::kind));

    private TieSums() {}

    static List<Tie> of(NodeGraph graph, Folding.Result folding) {
        TieSums ties = new TieSums();
        int[] placeOf = folding.placeOf();
        for (int e = 0; e < graph.edges(); e++) {
            Edge edge = graph.edge(e);
            boolean directed = edge.kind() == EdgeKind.MONEY;
            int from = placeOf[graph.from(e)];
            int to = placeOf[graph.to(e)];
            if (!graph.isSilent(e)) {
                ties.add(
                        directed ? from : Math.min(from, to),
                        directed ? to : Math.max(from, to),
                        edge.kind(),
                        edge.weight());
            }
        }
        for (int i = 0; i < graph.size(); i++) {
            if (placeOf[i] < 0 && !graph.isReport(i) && !graph.isHub(i)) {
                ties.through(graph, i, placeOf);
            }
        }
        return List.copyOf(ties.sums.values());
    }

    /** Joins the first place that states an undrawn identifier to the others. */
    private void through(NodeGraph graph, int identifier, int[] placeOf) {
        int[] places =
                Arrays.stream(graph.reportsOf(identifier))
                        .map(report -> placeOf[report])
                        .filter(place -> place >= 0)
                        .distinct()
                        .sorted()
                        .toArray();
        for (int i = 1; i < places.length; i++) {
            add(places[0], places[i], EdgeKind.THROUGH, graph.node(identifier).weight());
        }
    }

    private void add(int from, int to, EdgeKind kind, int weight) {
        if (from >= 0 && to >= 0 && from != to) {
            Tie one = new Tie(from, to, kind, 1, weight);
            sums.merge(one, one, TieSums::sum);
        }
    }

    private static Tie sum(Tie sum, Tie more) {
        return new Tie(
                sum.from(),
                sum.to(),
                sum.kind(),
                sum.count() + 1,
                Math.max(sum.weight(), more.weight()));
    }
}
