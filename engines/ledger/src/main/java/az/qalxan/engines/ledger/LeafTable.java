package az.qalxan.engines.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where leaves stand, by the beginning of their hash: some 32 bytes of memory a leaf. Two leaves
 * may begin alike, so a find is to be compared.
 */
final class LeafTable {

    private static final int SLOTS_MIN = 1_024;
    private static final long FREE = -1;

    private long[] starts = new long[SLOTS_MIN];
    private long[] places = free(SLOTS_MIN);
    private int count;

    private static long[] free(int slots) {
        long[] places = new long[slots];
        Arrays.fill(places, FREE);
        return places;
    }

    private static long start(TreeHash leaf) {
        return ByteBuffer.wrap(leaf.own()).getLong();
    }

    void put(TreeHash leaf, long index) {
        if (2L * (count + 1) > places.length) {
            grow();
        }
        put(start(leaf), index);
        count++;
    }

    private void put(long start, long index) {
        int slot = slot(start);
        while (places[slot] != FREE) {
            slot = next(slot);
        }
        starts[slot] = start;
        places[slot] = index;
    }

    private int slot(long start) {
        return (int) start & places.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & places.length - 1;
    }

    private void grow() {
        long[] oldStarts = starts;
        long[] oldPlaces = places;
        starts = new long[oldStarts.length * 2];
        places = free(oldPlaces.length * 2);
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != FREE) {
                put(oldStarts[i], oldPlaces[i]);
            }
        }
    }

    /** The indexes of leaves whose hashes begin like that one's. */
    long[] like(TreeHash leaf) {
        long start = start(leaf);
        long[] found = new long[0];
        for (int slot = slot(start); places[slot] != FREE; slot = next(slot)) {
            if (starts[slot] == start) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = places[slot];
            }
        }
        return found;
    }
}
