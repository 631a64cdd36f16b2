package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.indicator.IndicatorTable.Columns;
import java.util.Arrays;

/**
 * Sorts columns in place: by the first bits of the keys into a thousand parts, which fit into the
 * caches, by those of the index within each, and the few that are left by comparing.
 */
final class ColumnSort {

    private static final int FIRST_BITS = 10;

    private final Columns columns;
    private final int shift;

    /**
     * @param shift how many bits of a key are behind those of the index
     */
    ColumnSort(Columns columns, int shift) {
        this.columns = columns;
        this.shift = shift;
    }

    void sort() {
        int bits = ValueHash.BITS - shift;
        if (bits <= FIRST_BITS) {
            part(0, columns.count(), bits, shift);
            return;
        }
        int rest = bits - FIRST_BITS;
        int[] ends = distribute(0, columns.count(), FIRST_BITS, shift + rest);
        int from = 0;
        for (int end : ends) {
            part(from, end, rest, shift);
            from = end;
        }
    }

    private void part(int from, int until, int bits, int bitsBehind) {
        int begin = from;
        for (int end : distribute(from, until, bits, bitsBehind)) {
            heapSort(begin, end);
            begin = end;
        }
    }

    /** Brings entries with equal bits together, in the order of these; returns where each ends. */
    private int[] distribute(int from, int until, int bits, int bitsBehind) {
        int parts = 1 << bits;
        int mask = parts - 1;
        int[] next = new int[parts];
        int[] ends = new int[parts];
        for (int entry = from; entry < until; entry++) {
            ends[(int) (columns.keys[entry] >>> bitsBehind) & mask]++;
        }
        int sum = from;
        for (int part = 0; part < parts; part++) {
            next[part] = sum;
            sum += ends[part];
            ends[part] = sum;
        }
        for (int part = 0; part < parts; part++) {
            while (next[part] < ends[part]) {
                int at = next[part];
                int home = (int) (columns.keys[at] >>> bitsBehind) & mask;
                if (home == part) {
                    next[part]++;
                } else {
                    columns.swap(at, next[home]++);
                }
            }
        }
        return Arrays.copyOf(ends, parts);
    }

    private void heapSort(int from, int until) {
        int count = until - from;
        for (int root = count / 2 - 1; root >= 0; root--) {
            sift(from, root, count);
        }
        for (int end = count - 1; end > 0; end--) {
            columns.swap(from, from + end);
            sift(from, 0, end);
        }
    }

    private void sift(int from, int root, int count) {
        int at = root;
        while (2 * at + 1 < count) {
            int child = 2 * at + 1;
            if (child + 1 < count && columns.isAfter(from + child + 1, from + child)) {
                child++;
            }
            if (!columns.isAfter(from + child, from + at)) {
                return;
            }
            columns.swap(from + at, from + child);
            at = child;
        }
    }
}
