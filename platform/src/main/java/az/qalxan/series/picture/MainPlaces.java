package az.qalxan.series.picture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The main identifier's place of each report: of those it states, the one that most reports state;
 * of a report that states none that is drawn, the one it is led to by others that are not.
 */
final class MainPlaces {

    /** No identifier leads to a drawn one. */
    static final int NONE = -1;

    private final NodeGraph graph;
    private final int[] placeOf;
    private final int[] main;

    private MainPlaces(NodeGraph graph, int[] placeOf) {
        this.graph = graph;
        this.placeOf = placeOf;
        this.main = new int[graph.size()];
        Arrays.fill(main, NONE);
    }

    /**
     * @param placeOf the place of each identifier; negative when it is not drawn
     */
    static int[] of(NodeGraph graph, int[] placeOf) {
        MainPlaces places = new MainPlaces(graph, placeOf);
        Deque<Integer> reached = new ArrayDeque<>();
        for (int i = 0; i < graph.size(); i++) {
            if (graph.isReport(i)) {
                places.main[i] = places.strongest(i);
                if (places.main[i] != NONE) {
                    reached.add(i);
                }
            }
        }
        places.lead(reached);
        return places.main;
    }

    private int strongest(int report) {
        int best = NONE;
        int most = 0;
        for (int i : graph.identifiersOf(report)) {
            int reports = graph.reportsOf(i).length;
            if (placeOf[i] >= 0 && reports > most) {
                best = placeOf[i];
                most = reports;
            }
        }
        return best;
    }

    /** Goes on from reports that have a main place, nearest first. */
    private void lead(Deque<Integer> reached) {
        boolean[] used = new boolean[graph.size()];
        while (!reached.isEmpty()) {
            int report = reached.remove();
            for (int i : graph.identifiersOf(report)) {
                if (placeOf[i] < 0 && !used[i]) {
                    used[i] = true;
                    for (int other : graph.reportsOf(i)) {
                        if (main[other] == NONE) {
                            main[other] = main[report];
                            reached.add(other);
                        }
                    }
                }
            }
        }
    }
}
