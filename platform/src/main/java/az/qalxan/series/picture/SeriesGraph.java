package az.qalxan.series.picture;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a picture is made of: reports, what they state, and what joins them. Nodes and edges are
 * kept in an order of their own, so that it does not matter in which they were found.
 */
public record SeriesGraph(List<Node> nodes, List<Edge> edges) {

    /** More is no series that a person looks at. */
    public static final int NODES_MAX = 50_000;

    /**
     * @throws IllegalArgumentException when two nodes have one id or an edge leads nowhere
     */
    public SeriesGraph {
        nodes = nodes.stream().sorted(Node.ORDER).toList();
        edges = edges.stream().sorted(Edge.ORDER).toList();
        if (nodes.size() > NODES_MAX) {
            throw new IllegalArgumentException("a graph of at most " + NODES_MAX + " nodes");
        }
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("two nodes have one id: " + node.id());
            }
        }
        for (Edge edge : edges) {
            if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
                throw new IllegalArgumentException("an edge leads nowhere: " + edge);
            }
        }
    }

    /** Something about a node or an edge that the picture shows by a sign and a word. */
    public enum Mark {
        /** It stands in so many unrelated reports that it says nothing. */
        HUB,
        /** Money is held there. */
        FROZEN,
        /** Money came back from there. */
        RETURNED,
        /** A person said that it holds. */
        CONFIRMED;

        /** Message key {@code picture.mark.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What joins two nodes. */
    public enum EdgeKind {
        /** A report states an identifier. */
        STATED,
        /** A report tells a story that others tell in nearly the same words. */
        ALIKE,
        /** Two reports belong together, for reasons. */
        LINK,
        /** Money went from the first to the second. */
        MONEY,
        /** In a picture alone: an identifier that is not drawn stands in both. */
        THROUGH;

        /** Message key {@code picture.edge.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A report or an identifier.
     *
     * @param id stable from one picture of the series to the next
     * @param label what stands beside it
     * @param at of a report, when it arrived; of an identifier, when it was first stated
     * @param weight how much it says, 0 to 100
     * @param report what only reports have; null for everything else
     */
    public record Node(
            String id,
            NodeKind kind,
            String label,
            @Nullable Instant at,
            int weight,
            Set<Mark> marks,
            @Nullable Facts report) {

        static final Comparator<Node> ORDER =
                Comparator.comparing(Node::kind)
                        .thenComparing(Node::at, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Node::id);

        public Node {
            Objects.requireNonNull(kind, "kind");
            marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
            if (id.isEmpty() || weight < 0 || weight > 100) {
                throw new IllegalArgumentException("a node has an id and a weight of 0 to 100");
            }
        }

        /** A node without marks. */
        public static Node identifier(String id, NodeKind kind, String label, Instant at) {
            return new Node(id, kind, label, at, 0, Set.of(), null);
        }

        boolean isReport() {
            return kind == NodeKind.REPORT;
        }

        boolean has(Mark mark) {
            return marks.contains(mark);
        }
    }

    /**
     * What a report's node tells besides.
     *
     * @param category its name in the reader's language
     * @param region the region's code; empty when not said
     * @param body the code of the body that has it
     * @param handling its rank of TLP 2.0
     * @param loss what was lost in {@code currency}; null when nothing
     * @param path where it opens
     */
    public record Facts(
            String category,
            String region,
            String body,
            int handling,
            @Nullable BigDecimal loss,
            String currency,
            String path) {}

    /**
     * What joins two nodes.
     *
     * @param weight how much it says, 0 to 100
     * @param at since when; null when that is not one moment
     * @param reason in the reader's language, as it can be put into a file
     */
    public record Edge(
            String from,
            String to,
            EdgeKind kind,
            int weight,
            @Nullable Instant at,
            String reason,
            Set<Mark> marks) {

        static final Comparator<Edge> ORDER =
                Comparator.comparing(Edge::from)
                        .thenComparing(Edge::to)
                        .thenComparing(Edge::kind)
                        .thenComparing(Edge::reason);

        public Edge {
            Objects.requireNonNull(kind, "kind");
            marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
            if (from.equals(to) || weight < 0 || weight > 100) {
                throw new IllegalArgumentException("an edge has two ends and a weight to 100");
            }
        }
    }
}
