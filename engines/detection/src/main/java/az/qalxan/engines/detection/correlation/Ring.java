package az.qalxan.engines.detection.correlation;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Events in the order of time and reference, in columns: eight bytes each for time and reference,
 * more only where an event has more.
 */
final class Ring {

    private static final Comparator<Entry> ORDER =
            Comparator.<Entry>comparingLong(one -> one.at)
                    .thenComparingLong(one -> one.high)
                    .thenComparingLong(one -> one.low);

    private static final long[] NONE = {};
    private static final int KEPT_WHEN_EMPTY = 8;

    /** From here on columns grow by less. */
    private static final int LARGE = 1_024;

    private int head;
    private int size;
    private long heavy;
    private long[] at = NONE;
    private long[] low = NONE;
    private long @Nullable [] high;
    private long @Nullable [] mask;
    private long @Nullable [] number;
    private @Nullable Extra @Nullable [] extra;

    int size() {
        return size;
    }

    /** What they weigh: one each, more where one has much besides. */
    long weight() {
        return size + heavy;
    }

    long at(int index) {
        return at[head + index];
    }

    void load(int index, Entry entry) {
        int i = head + index;
        entry.at = at[i];
        entry.low = low[i];
        entry.high = high == null ? 0 : high[i];
        entry.mask = mask == null ? 0 : mask[i];
        entry.number = number == null ? 0 : number[i];
        entry.extra = extra == null ? null : extra[i];
    }

    void add(Entry entry) {
        insert(size, entry);
    }

    void insert(int index, Entry entry) {
        room();
        int i = head + index;
        int behind = size - index;
        if (behind > 0) {
            System.arraycopy(at, i, at, i + 1, behind);
            System.arraycopy(low, i, low, i + 1, behind);
            shift(high, i, behind);
            shift(mask, i, behind);
            shift(number, i, behind);
            if (extra != null) {
                System.arraycopy(extra, i, extra, i + 1, behind);
            }
        }
        at[i] = entry.at;
        low[i] = entry.low;
        high = put(high, i, entry.high);
        mask = put(mask, i, entry.mask);
        number = put(number, i, entry.number);
        extra(i, entry.extra);
        heavy += entry.extra == null ? 0 : entry.extra.weight();
        size++;
    }

    private static void shift(long @Nullable [] column, int from, int count) {
        if (column != null) {
            System.arraycopy(column, from, column, from + 1, count);
        }
    }

    private long @Nullable [] put(long @Nullable [] column, int index, long value) {
        long[] written = column;
        if (written == null) {
            if (value == 0) {
                return null;
            }
            written = new long[at.length];
        }
        written[index] = value;
        return written;
    }

    private void extra(int index, @Nullable Extra value) {
        if (extra == null) {
            if (value == null) {
                return;
            }
            extra = new Extra[at.length];
        }
        extra[index] = value;
    }

    void mark(int index, long more) {
        long[] marks = put(mask, head + index, more | (mask == null ? 0 : mask[head + index]));
        mask = marks;
    }

    /** Replaces what an event has besides, by the same that others share. */
    void share(int index, @Nullable Extra same) {
        extra(head + index, same);
    }

    private void room() {
        if (head + size < at.length) {
            return;
        }
        int more = at.length / (at.length < LARGE ? 2 : 8) + 1;
        int length = size < at.length / 2 ? at.length : Math.max(2, at.length + more);
        at = moved(at, length);
        low = moved(low, length);
        high = high == null ? null : moved(high, length);
        mask = mask == null ? null : moved(mask, length);
        number = number == null ? null : moved(number, length);
        if (extra != null) {
            Extra[] wider = new Extra[length];
            System.arraycopy(extra, head, wider, 0, size);
            extra = wider;
        }
        head = 0;
    }

    private long[] moved(long[] column, int length) {
        long[] wider = new long[length];
        System.arraycopy(column, head, wider, 0, size);
        return wider;
    }

    void removeFirst(int count) {
        if (extra != null) {
            for (int i = head; i < head + count; i++) {
                Extra gone = extra[i];
                heavy -= gone == null ? 0 : gone.weight();
                extra[i] = null;
            }
        }
        head += count;
        size -= count;
        if (size == 0) {
            head = 0;
            if (at.length > KEPT_WHEN_EMPTY) {
                at = NONE;
                low = NONE;
                high = null;
                mask = null;
                number = null;
                extra = null;
            }
        }
    }

    /** The index of an event among those from one on; or where it belongs, as -1 less the index. */
    int place(int from, Entry entry) {
        int left = from;
        int right = size - 1;
        if (right < left || compare(right, entry) < 0) {
            return -1 - size;
        }
        while (left <= right) {
            int middle = (left + right) >>> 1;
            int compared = compare(middle, entry);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                left = middle + 1;
            } else {
                right = middle - 1;
            }
        }
        return -1 - left;
    }

    private int compare(int index, Entry entry) {
        int i = head + index;
        int compared = Long.compare(at[i], entry.at);
        if (compared == 0) {
            compared = Long.compare(high == null ? 0 : high[i], entry.high);
        }
        return compared == 0 ? Long.compare(low[i], entry.low) : compared;
    }

    /**
     * Puts the events from an index on into their order; of those that are the same one stays.
     *
     * @return how many were the same
     */
    int sort(int from) {
        Entry[] entries = new Entry[size - from];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Entry();
            load(from + i, entries[i]);
        }
        Arrays.sort(entries, ORDER);
        for (Entry one : entries) {
            heavy -= one.extra == null ? 0 : one.extra.weight();
        }
        size = from;
        Entry before = null;
        for (Entry one : entries) {
            if (before != null && ORDER.compare(before, one) == 0) {
                mark(size - 1, one.mask);
            } else {
                add(one);
                before = one;
            }
        }
        return entries.length - (size - from);
    }

    void write(Writing out) {
        out.number(size);
        long before = 0;
        for (int i = head; i < head + size; i++) {
            out.number(at[i] - before);
            before = at[i];
            out.ref(new EventRef(high == null ? 0 : high[i], low[i]));
            out.number(mask == null ? 0 : mask[i]);
            out.number(number == null ? 0 : number[i]);
            Extra more = extra == null ? null : extra[i];
            out.truth(more != null);
            if (more != null) {
                more.write(out);
            }
        }
    }

    static Ring read(Reading in) throws BadState {
        Ring ring = new Ring();
        int size = in.size();
        Entry entry = new Entry();
        long before = 0;
        for (int i = 0; i < size; i++) {
            entry.at = before + in.number();
            before = entry.at;
            EventRef ref = in.ref();
            entry.high = ref.high();
            entry.low = ref.low();
            entry.mask = in.number();
            entry.number = in.number();
            entry.extra = in.truth() ? Extra.read(in) : null;
            ring.add(entry);
        }
        return ring;
    }
}
