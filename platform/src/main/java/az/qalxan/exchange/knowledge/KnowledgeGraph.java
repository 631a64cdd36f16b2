package az.qalxan.exchange.knowledge;

import java.util.List;

/**
 * Objects and values around one of them.
 *
 * @param left how many neighbours are not drawn for their number
 * @param more whether there are others that were not even counted
 */
record KnowledgeGraph(List<Node> nodes, List<Edge> edges, int left, boolean more) {

    KnowledgeGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * An object or a value.
     *
     * @param type of the object; {@code value} for a value
     * @param page where to read on; empty for what the reader may not open
     * @param hub whether so many hold it that the picture does not go on from it
     * @param depth how many steps from the beginning
     */
    record Node(String key, String type, String label, String page, boolean hub, int depth) {}

    /** By the places of nodes. */
    record Edge(int from, int to, String relation) {}

    boolean alone() {
        return nodes.size() < 2;
    }
}
