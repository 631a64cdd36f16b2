package az.qalxan.monitoring.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What hangs together by what: alerts at the left, in the middle the entities that they speak of,
 * at the right the techniques that were used there.
 *
 * @param left whether a node was left out because there are too many
 */
record Bonds(List<Node> nodes, List<Edge> edges, int height, boolean left) {

    static final int WIDTH = 900;
    private static final int NODES_MAX = 18;
    private static final int ROW = 34;
    private static final int TOP = 20;
    private static final int[] COLUMNS = {10, 340, 670};
    private static final int BOX = 220;

    Bonds {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A box of the picture.
     *
     * @param kind alert, host, user, ip, domain, hash, technique; message key {@code
     *     incident.node.<kind>}
     */
    record Node(String kind, String label, String whole, int x, int y) {

        int width() {
            return BOX;
        }
    }

    /** A line between two boxes. */
    record Edge(int x1, int y1, int x2, int y2) {}

    /** What is drawn. */
    record Drawn(List<Alert> alerts, List<Tie> ties, List<FindingLines.Line> lines) {}

    static Bonds of(Drawn drawn, Map<String, String> techniques) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        Set<Edge> edges = new LinkedHashSet<>();
        Layout layout = new Layout(nodes, edges);
        for (Alert alert : drawn.alerts()) {
            layout.add(key(alert.id()), new Box("alert", alert.title(), 0));
        }
        for (Tie tie : drawn.ties()) {
            String key = tie.kind() + ":" + tie.value();
            layout.add(key, new Box(tie.kind(), tie.value(), 1));
            layout.tie(key(tie.alert()), key);
        }
        for (FindingLines.Line line : drawn.lines()) {
            for (String technique : line.techniques()) {
                String name = techniques.getOrDefault(technique, "");
                layout.add(technique, new Box("technique", (technique + " " + name).strip(), 2));
                for (Tie tie : drawn.ties()) {
                    if (tie.alert().equals(line.alert())) {
                        layout.tie(tie.kind() + ":" + tie.value(), technique);
                    }
                }
            }
        }
        return layout.bonds();
    }

    private static String key(UUID alert) {
        return "alert:" + alert;
    }

    /** A box before it has a place. */
    private record Box(String kind, String whole, int column) {}

    private static final class Layout {

        private final Map<String, Node> nodes;
        private final Set<Edge> edges;
        private final int[] rows = new int[COLUMNS.length];
        private boolean left;

        Layout(Map<String, Node> nodes, Set<Edge> edges) {
            this.nodes = nodes;
            this.edges = edges;
        }

        void add(String key, Box box) {
            if (nodes.containsKey(key)) {
                return;
            }
            int row = rows[box.column()];
            if (row >= NODES_MAX) {
                left = true;
                return;
            }
            rows[box.column()]++;
            nodes.put(
                    key,
                    new Node(
                            box.kind(),
                            Lanes.shortened(box.whole()),
                            box.whole(),
                            COLUMNS[box.column()],
                            TOP + row * ROW));
        }

        void tie(String one, String other) {
            Node from = nodes.get(one);
            Node to = nodes.get(other);
            if (from != null && to != null) {
                edges.add(new Edge(from.x() + BOX, from.y(), to.x(), to.y()));
            }
        }

        Bonds bonds() {
            int most = Math.max(rows[0], Math.max(rows[1], rows[2]));
            return new Bonds(
                    new ArrayList<>(nodes.values()),
                    new ArrayList<>(edges),
                    TOP * 2 + Math.max(1, most) * ROW,
                    left);
        }
    }
}
