package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A graph with its nodes by number and their neighbours; what hubs join counts for nothing. */
final class NodeGraph {

    private static final int[] NONE = {};

    private final SeriesGraph graph;
    private final int[] from;
    private final int[] to;
    private final boolean[] hub;
    private final boolean[] tied;
    private final boolean[] silent;
    private final int[][] across;

    NodeGraph(SeriesGraph graph) {
        this.graph = graph;
        List<Node> nodes = graph.nodes();
        Map<String, Integer> numbers = new HashMap<>();
        this.hub = new boolean[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i).id(), i);
            hub[i] = nodes.get(i).has(Mark.HUB);
        }
        List<Edge> edges = graph.edges();
        this.from =
                edges.stream().mapToInt(edge -> numbers.getOrDefault(edge.from(), -1)).toArray();
        this.to = edges.stream().mapToInt(edge -> numbers.getOrDefault(edge.to(), -1)).toArray();
        this.tied = new boolean[nodes.size()];
        this.silent = new boolean[from.length];
        this.across = across();
        for (int e = 0; e < from.length; e++) {
            silent[e] = edges.get(e).kind() == EdgeKind.LINK && share(from[e], to[e]);
            if (!crosses(e) && !silent[e] && !hub[from[e]] && !hub[to[e]]) {
                tied[from[e]] = true;
                tied[to[e]] = true;
            }
        }
    }

    /** Whether two reports have a neighbour in common that counts. */
    private boolean share(int one, int other) {
        int[] mine = across[one];
        int[] theirs = across[other];
        for (int i = 0, j = 0; i < mine.length && j < theirs.length; ) {
            if (mine[i] == theirs[j]) {
                if (!hub[mine[i]]) {
                    return true;
                }
                i++;
                j++;
            } else if (mine[i] < theirs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    /** Neighbours between reports and the rest. */
    private int[][] across() {
        int[] count = new int[size()];
        for (int e = 0; e < from.length; e++) {
            if (crosses(e)) {
                count[from[e]]++;
                count[to[e]]++;
            }
        }
        int[][] neighbours = new int[size()][];
        Arrays.setAll(neighbours, i -> count[i] == 0 ? NONE : new int[count[i]]);
        for (int e = 0; e < from.length; e++) {
            if (crosses(e)) {
                neighbours[from[e]][--count[from[e]]] = to[e];
                neighbours[to[e]][--count[to[e]]] = from[e];
            }
        }
        Arrays.setAll(neighbours, i -> Arrays.stream(neighbours[i]).distinct().sorted().toArray());
        return neighbours;
    }

    private boolean crosses(int edge) {
        return isReport(from[edge]) != isReport(to[edge]);
    }

    int size() {
        return graph.nodes().size();
    }

    int edges() {
        return from.length;
    }

    /** Whether an edge says nothing that shared identifiers do not show already. */
    boolean isSilent(int edge) {
        return silent[edge];
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    Edge edge(int edge) {
        return graph.edges().get(edge);
    }

    Node node(int i) {
        return graph.nodes().get(i);
    }

    boolean isReport(int i) {
        return graph.nodes().get(i).isReport();
    }

    boolean isHub(int i) {
        return hub[i];
    }

    /** Whether a report is joined to a report, or an identifier to an identifier. */
    boolean isTied(int i) {
        return tied[i];
    }

    /** Whether an identifier joins two nodes or more, or bears a mark that must be seen. */
    boolean joins(int i) {
        return across[i].length > 1 || tied[i] || !node(i).marks().isEmpty();
    }

    /** The reports that state an identifier. */
    int[] reportsOf(int identifier) {
        return across[identifier];
    }

    /** What a report states, without hubs. */
    int[] identifiersOf(int report) {
        return Arrays.stream(across[report]).filter(i -> !hub[i]).toArray();
    }
}
