package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Which reports of a component hold which strong keys in common. Reports and keys are numbers from
 * 0; keys that only one report holds and hubs are left out.
 */
final class KeyGraph {

    private final int[][] keysOf;
    private final int[][] holdersOf;

    private KeyGraph(int[][] keysOf, int[][] holdersOf) {
        this.keysOf = keysOf;
        this.holdersOf = holdersOf;
    }

    /** The graph of reports in their given order; keys are numbered as they first appear. */
    static KeyGraph of(List<ReportTraits> reports, LongPredicate hub) {
        Map<Long, int[]> counts = new HashMap<>();
        for (ReportTraits report : reports) {
            for (long key : report.strongKeys()) {
                counts.computeIfAbsent(key, k -> new int[] {0, -1})[0]++;
            }
        }
        List<int[]> keysOf = new ArrayList<>(reports.size());
        List<int[]> holdersOf = new ArrayList<>();
        for (int report = 0; report < reports.size(); report++) {
            long[] keys = reports.get(report).strongKeys();
            int[] shared = new int[keys.length];
            int count = 0;
            for (long key : keys) {
                int[] known = counts.getOrDefault(key, new int[2]);
                if (known[0] > 1 && known[1] == -1) {
                    known[1] = hub.test(key) ? -2 : holdersOf.size();
                    if (known[1] >= 0) {
                        holdersOf.add(new int[known[0]]);
                    }
                }
                if (known[0] > 1 && known[1] >= 0) {
                    shared[count] = known[1];
                    count++;
                }
            }
            keysOf.add(java.util.Arrays.copyOf(shared, count));
        }
        return new KeyGraph(keysOf.toArray(int[][]::new), filled(keysOf, holdersOf));
    }

    private static int[][] filled(List<int[]> keysOf, List<int[]> holdersOf) {
        int[] next = new int[holdersOf.size()];
        for (int report = 0; report < keysOf.size(); report++) {
            for (int key : keysOf.get(report)) {
                holdersOf.get(key)[next[key]] = report;
                next[key]++;
            }
        }
        return holdersOf.toArray(int[][]::new);
    }

    int reports() {
        return keysOf.length;
    }

    int keys() {
        return holdersOf.length;
    }

    int[] keysOf(int report) {
        return keysOf[report];
    }

    /** Ascending. */
    int[] holdersOf(int key) {
        return holdersOf[key];
    }
}
