package az.qalxan.series.picture;

import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A graph while it is put together. */
final class GraphDraft {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    void add(Node node) {
        nodes.putIfAbsent(node.id(), node);
    }

    void add(Edge edge) {
        edges.add(edge);
    }

    boolean holds(String id) {
        return nodes.containsKey(id);
    }

    /** The identifier of that kind and value; empty when there is none or several look the same. */
    Optional<Node> find(NodeKind kind, String value) {
        List<Node> found =
                nodes.values().stream()
                        .filter(node -> node.kind() == kind && node.label().equals(value))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    void mark(String id, Mark mark) {
        nodes.computeIfPresent(
                id,
                (same, node) -> {
                    Set<Mark> marks = EnumSet.of(mark);
                    marks.addAll(node.marks());
                    return new Node(
                            node.id(),
                            node.kind(),
                            node.label(),
                            node.at(),
                            node.weight(),
                            marks,
                            node.report());
                });
    }

    /** Links between reports that no identifier joins, unless it is a common one. */
    List<Edge> bareLinks() {
        Map<String, Set<String>> stated = new HashMap<>();
        for (Edge edge : edges) {
            boolean counts = edge.kind() == EdgeKind.STATED && edge.weight() > 0;
            if (counts) {
                stated.computeIfAbsent(edge.from(), none -> new HashSet<>()).add(edge.to());
            }
        }
        return edges.stream()
                .filter(edge -> edge.kind() == EdgeKind.LINK)
                .filter(edge -> apart(stated, edge))
                .toList();
    }

    private static boolean apart(Map<String, Set<String>> stated, Edge edge) {
        Collection<String> mine = stated.getOrDefault(edge.from(), Set.of());
        return mine.stream().noneMatch(stated.getOrDefault(edge.to(), Set.of())::contains);
    }

    SeriesGraph graph() {
        return new SeriesGraph(List.copyOf(nodes.values()), edges);
    }
}
