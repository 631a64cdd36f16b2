package az.qalxan.engines.evtx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was found at offsets of one chunk; a full table forgets what comes after. */
final class OffsetTable<T> {

    private static final int PLACES = 1 << 11;
    private static final int ENTRIES_MAX = PLACES / 2;

    /** Offsets are above zero, so zero marks a free place. */
    private final int[] offsets = new int[PLACES];

    private final @Nullable Object[] found = new @Nullable Object[PLACES];
    private int entries;

    void clear() {
        if (entries > 0) {
            Arrays.fill(offsets, 0);
            entries = 0;
        }
    }

    @SuppressWarnings("unchecked")
    @Nullable T at(int offset) {
        int place = place(offset);
        return offsets[place] == offset ? (T) found[place] : null;
    }

    void put(int offset, T value) {
        if (entries < ENTRIES_MAX) {
            int place = place(offset);
            offsets[place] = offset;
            found[place] = value;
            entries++;
        }
    }

    private int place(int offset) {
        int place = (offset * 0x9e37_79b1) >>> 21;
        while (offsets[place] != 0 && offsets[place] != offset) {
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }
}
