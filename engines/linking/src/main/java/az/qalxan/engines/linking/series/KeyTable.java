package az.qalxan.engines.linking.series;

import java.util.Arrays;

/** Which holder has which key; gives each key with all its holders. */
final class KeyTable {

    private static final TraitKind[] KINDS = TraitKind.values();
    private static final int SORTED_BITS = 32;

    private long[] keys;
    private int[] holders;
    private byte[] kinds;
    private int count;

    KeyTable(int expected) {
        keys = new long[Math.max(16, expected)];
        holders = new int[keys.length];
        kinds = new byte[keys.length];
    }

    /** Holders are added in ascending order. */
    void add(long key, int holder, TraitKind kind) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            holders = Arrays.copyOf(holders, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        keys[count] = key;
        holders[count] = holder;
        kinds[count] = (byte) kind.ordinal();
        count++;
    }

    /** Takes a key with all its holders, ascending. */
    @FunctionalInterface
    interface Taker {
        void take(long key, TraitKind kind, int[] holders);
    }

    /** Gives every key that has at least so many holders. */
    void forEach(int holdersMin, Taker taker) {
        // The lower half of a key sorts; the few that agree in it are told apart below.
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = keys[i] << SORTED_BITS | i;
        }
        Arrays.sort(order);
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && order[to] >> SORTED_BITS == order[from] >> SORTED_BITS) {
                to++;
            }
            if (to - from >= holdersMin) {
                alike(Arrays.copyOfRange(order, from, to), holdersMin, taker);
            }
            from = to;
        }
    }

    private void alike(long[] entries, int holdersMin, Taker taker) {
        boolean[] done = new boolean[entries.length];
        for (int i = 0; i < entries.length; i++) {
            if (!done[i]) {
                int entry = (int) entries[i];
                int[] found = new int[entries.length - i];
                int size = 0;
                for (int j = i; j < entries.length; j++) {
                    if (keys[(int) entries[j]] == keys[entry]) {
                        done[j] = true;
                        found[size] = holders[(int) entries[j]];
                        size++;
                    }
                }
                if (size >= holdersMin) {
                    TraitKind kind = KINDS[kinds[entry]];
                    taker.take(keys[entry], kind, Arrays.copyOf(found, size));
                }
            }
        }
    }
}
