package az.qalxan.engines.linking.series;

import java.util.Arrays;

/**
 * Classes of keys that no single report holds together: two keys are in one class when they stay
 * connected whichever report is taken away. A report whose keys are in several classes is a thin
 * link between them, such as a victim who names a number that another ring lent.
 *
 * <p>Found by Tarjan's blocks of the graph of reports and keys, without recursion.
 */
final class KeyClasses {

    private final KeyGraph graph;
    private final Forest classes;
    private final int reports;
    private final int[] seen;
    private final int[] low;
    private final int[] path;
    private final int[] next;
    private final int[] edgeReport;
    private final int[] edgeKey;
    private final int[] keyInBlock;
    private final int[] blockOf;
    private int edges;
    private int clock;
    private int blocks;

    private KeyClasses(KeyGraph graph) {
        this.graph = graph;
        this.reports = graph.reports();
        int nodes = reports + graph.keys();
        this.classes = new Forest(graph.keys());
        this.seen = new int[nodes];
        this.low = new int[nodes];
        this.path = new int[nodes + 1];
        this.next = new int[nodes];
        int total = 0;
        for (int report = 0; report < reports; report++) {
            total += graph.keysOf(report).length;
        }
        this.edgeReport = new int[total];
        this.edgeKey = new int[total];
        this.keyInBlock = new int[reports];
        this.blockOf = new int[reports];
        Arrays.fill(blockOf, -1);
    }

    /** For every key the smallest key of its class. */
    static int[] of(KeyGraph graph) {
        KeyClasses found = new KeyClasses(graph);
        for (int report = 0; report < found.reports; report++) {
            if (found.seen[report] == 0) {
                found.walk(report);
            }
        }
        int[] classes = new int[graph.keys()];
        for (int key = 0; key < classes.length; key++) {
            classes[key] = found.classes.root(key);
        }
        return classes;
    }

    private int[] neighbours(int node) {
        return node < reports ? graph.keysOf(node) : graph.holdersOf(node - reports);
    }

    private int neighbour(int node, int place) {
        return node < reports ? reports + neighbours(node)[place] : neighbours(node)[place];
    }

    private void walk(int root) {
        int depth = 0;
        path[0] = root;
        enter(root);
        while (depth >= 0) {
            int node = path[depth];
            if (next[node] == neighbours(node).length) {
                depth--;
                if (depth >= 0) {
                    leave(path[depth], node);
                }
                continue;
            }
            int to = neighbour(node, next[node]);
            next[node]++;
            if (seen[to] == 0) {
                push(node, to);
                enter(to);
                depth++;
                path[depth] = to;
            } else if ((depth == 0 || to != path[depth - 1]) && seen[to] < seen[node]) {
                push(node, to);
                low[node] = Math.min(low[node], seen[to]);
            }
        }
    }

    private void enter(int node) {
        clock++;
        seen[node] = clock;
        low[node] = clock;
    }

    private void push(int one, int other) {
        edgeReport[edges] = one < reports ? one : other;
        edgeKey[edges] = (one < reports ? other : one) - reports;
        edges++;
    }

    private void leave(int parent, int child) {
        low[parent] = Math.min(low[parent], low[child]);
        if (low[child] >= seen[parent]) {
            block(parent, child);
        }
    }

    /**
     * Everything pushed since that edge is one block: its keys around each report are one class.
     */
    private void block(int parent, int child) {
        int lastReport = parent < reports ? parent : child;
        int lastKey = (parent < reports ? child : parent) - reports;
        boolean last = false;
        while (!last) {
            edges--;
            int report = edgeReport[edges];
            int key = edgeKey[edges];
            if (blockOf[report] == blocks) {
                classes.join(keyInBlock[report], key);
            } else {
                blockOf[report] = blocks;
                keyInBlock[report] = key;
            }
            last = report == lastReport && key == lastKey;
        }
        blocks++;
    }
}
