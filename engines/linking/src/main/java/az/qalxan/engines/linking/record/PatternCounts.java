package az.qalxan.engines.linking.record;

import java.util.Arrays;

/** How many pairs show each comparison vector. */
final class PatternCounts {

    private static final long FREE = -1;

    private long[] patterns = new long[256];
    private double[] counts = new double[256];
    private int size = 0;

    PatternCounts() {
        Arrays.fill(patterns, FREE);
    }

    void add(long pattern, double count) {
        if (2 * (size + 1) > patterns.length) {
            grow();
        }
        int slot = slot(patterns, pattern);
        if (patterns[slot] == FREE) {
            patterns[slot] = pattern;
            size++;
        }
        counts[slot] += count;
    }

    void addAll(PatternCounts others) {
        for (int slot = 0; slot < others.patterns.length; slot++) {
            if (others.patterns[slot] != FREE) {
                add(others.patterns[slot], others.counts[slot]);
            }
        }
    }

    private static int slot(long[] table, long pattern) {
        int mask = table.length - 1;
        int slot = (int) Mixing.mix(pattern) & mask;
        while (table[slot] != FREE && table[slot] != pattern) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[patterns.length * 2];
        double[] moved = new double[larger.length];
        Arrays.fill(larger, FREE);
        for (int old = 0; old < patterns.length; old++) {
            if (patterns[old] != FREE) {
                int slot = slot(larger, patterns[old]);
                larger[slot] = patterns[old];
                moved[slot] = counts[old];
            }
        }
        patterns = larger;
        counts = moved;
    }

    /** The patterns in the order of their numbers, which is the same for the same content. */
    long[] patterns() {
        return Arrays.stream(patterns).filter(pattern -> pattern != FREE).sorted().toArray();
    }

    double count(long pattern) {
        return counts[slot(patterns, pattern)];
    }

    double total() {
        double total = 0;
        for (long pattern : patterns()) {
            total += count(pattern);
        }
        return total;
    }
}
