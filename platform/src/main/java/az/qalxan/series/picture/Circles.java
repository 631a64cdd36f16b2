package az.qalxan.series.picture;

import java.util.ArrayList;
import java.util.List;

/** Finds edges that close a circle, going from nodes that nothing leads to, in order of numbers. */
final class Circles {

    private static final int NEW = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    private final int[] to;
    private final List<List<Integer>> leaving = new ArrayList<>();
    private final int[] state;
    private final boolean[] back;

    Circles(int nodes, int[] from, int[] to) {
        this.to = to;
        this.state = new int[nodes];
        this.back = new boolean[from.length];
        boolean[] arrived = new boolean[nodes];
        for (int i = 0; i < nodes; i++) {
            leaving.add(new ArrayList<>());
        }
        for (int edge = 0; edge < from.length; edge++) {
            leaving.get(from[edge]).add(edge);
            arrived[to[edge]] = true;
        }
        for (int i = 0; i < nodes; i++) {
            if (!arrived[i]) {
                walk(i);
            }
        }
        for (int i = 0; i < nodes; i++) {
            walk(i);
        }
    }

    /** By edge. */
    boolean[] back() {
        return back.clone();
    }

    /** Depth first without recursion: a chain of transfers can be long. */
    private void walk(int start) {
        if (state[start] != NEW) {
            return;
        }
        int[] next = new int[state.length];
        List<Integer> path = new ArrayList<>(List.of(start));
        state[start] = OPEN;
        while (!path.isEmpty()) {
            int here = path.getLast();
            if (next[here] == leaving.get(here).size()) {
                state[here] = DONE;
                path.removeLast();
                continue;
            }
            int edge = leaving.get(here).get(next[here]++);
            if (state[to[edge]] == OPEN) {
                back[edge] = true;
            } else if (state[to[edge]] == NEW) {
                state[to[edge]] = OPEN;
                path.add(to[edge]);
            }
        }
    }
}
