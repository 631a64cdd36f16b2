package az.qalxan.engines.linking.series;

/** Many numbers in little memory. */
final class LongSet {

    private long[] slots = new long[1 << 10];
    private int count;
    private boolean zero;

    void add(long value) {
        if (value == 0) {
            zero = true;
            return;
        }
        if (2 * count >= slots.length) {
            grow();
        }
        if (put(slots, value)) {
            count++;
        }
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long value : slots) {
            if (value != 0) {
                put(larger, value);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long value) {
        int at = place(slots, value);
        boolean fresh = slots[at] == 0;
        slots[at] = value;
        return fresh;
    }

    /** The slot in which the value stands or could be put. */
    private static int place(long[] slots, long value) {
        int at = (int) Keys.mix(value) & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != value) {
            at = at + 1 & (slots.length - 1);
        }
        return at;
    }

    boolean contains(long value) {
        return value == 0 ? zero : slots[place(slots, value)] == value;
    }
}
