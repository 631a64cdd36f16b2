package az.qalxan.engines.linking.record;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A blocking key tried on the first units, whose order is like random.
 *
 * @param key the key
 * @param pairs about how many pairs it gives for the whole table
 * @param left share of the units whose block is too large
 * @param common its values with too large blocks, in ascending order
 */
record KeyTrial(BlockingKey key, double pairs, double left, long[] common) {

    private static final int SAMPLE_UNITS = 60_000;

    /** Blocks smaller than this in the sample say little about their size in the table. */
    private static final int SIZE_MIN = 3;

    static KeyTrial of(BlockingKey key, Units units) {
        long[] values = new long[Math.min(units.count(), SAMPLE_UNITS)];
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] = key.of(units, unit);
        }
        Arrays.parallelSort(values);
        double scale = (double) units.count() / Math.max(1, values.length);
        double sizeMax = Math.max(SIZE_MIN, Blocks.UNITS_MAX / scale);
        double pairs = 0;
        int left = 0;
        long[] common = new long[values.length];
        int commons = 0;
        int start = 0;
        while (start < values.length) {
            int end = start;
            while (end < values.length && values[end] == values[start]) {
                end++;
            }
            int size = end - start;
            if (values[start] != 0 && size > sizeMax) {
                common[commons] = values[start];
                commons++;
                left += size;
            } else if (values[start] != 0) {
                pairs += size * (size - 1.0) / 2;
            }
            start = end;
        }
        return new KeyTrial(
                key,
                pairs * scale * scale,
                (double) left / Math.max(1, values.length),
                Arrays.copyOf(common, commons));
    }

    /** Which of the pairs the key brings together; a pair holds two units in its halves. */
    BitSet reached(Units units, long[] pairs) {
        BitSet reached = new BitSet(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            long value = key.of(units, (int) (pairs[i] >>> 32));
            boolean together = value != 0 && value == key.of(units, (int) pairs[i]);
            reached.set(i, together && Arrays.binarySearch(common, value) < 0);
        }
        return reached;
    }
}
