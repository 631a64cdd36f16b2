package az.qalxan.engines.evtx;

import static az.qalxan.engines.evtx.LittleEndian.i32;
import static az.qalxan.engines.evtx.LittleEndian.i64;
import static az.qalxan.engines.evtx.LittleEndian.u32;

/** Goes from record to record of a chunk, and searches where the chain is broken. */
final class ChunkWalk {

    static final int RECORD_HEADER_BYTES = 24;

    private static final int SIGNATURE = 0x2a2a;
    private static final int RECORD_BYTES_MIN = RECORD_HEADER_BYTES + 4;

    /** Bytes that are no record, between records. */
    interface Gaps {
        void gap(int at, int bytes, String why);
    }

    /**
     * Where to go.
     *
     * @param from where the first record should begin
     * @param end where the records are said to end
     * @param limit where the bytes end
     * @param standing what the records are as long as the chain holds
     */
    record Extent(int from, int end, int limit, Standing standing) {}

    private final Gaps gaps;
    private byte[] bytes = {};
    private int limit;
    private int end;
    private int next;
    private long lastId;

    int at;
    int size;
    Standing standing = Standing.IN_PLACE;

    ChunkWalk(Gaps gaps) {
        this.gaps = gaps;
    }

    /** Goes through other bytes, whose first record should have that number. */
    void begin(byte[] bytes, Extent extent, long firstId) {
        this.bytes = bytes;
        next = extent.from;
        end = extent.end;
        limit = extent.limit;
        standing = extent.standing;
        lastId = firstId - 1;
    }

    /** Steps to the next record; tells whether there is one. */
    boolean step() {
        while (next < limit) {
            if (next >= end && !continues()) {
                standing = Standing.LEFTOVER;
            }
            if (record(next) || next < end && stands(next)) {
                take();
                return true;
            }
            search();
        }
        return false;
    }

    private void take() {
        at = next;
        size = (int) u32(bytes, at + 4);
        lastId = i64(bytes, at + 8);
        next += size;
    }

    /** A file that was not closed has records behind what its chunk's header tells. */
    private boolean continues() {
        return standing != Standing.LEFTOVER && record(next) && i64(bytes, next + 8) == lastId + 1;
    }

    /** A whole record: its signature, its size and the copy of the size at its end. */
    private boolean record(int from) {
        if (limit - from < RECORD_BYTES_MIN || i32(bytes, from) != SIGNATURE) {
            return false;
        }
        long stated = u32(bytes, from + 4);
        return stated >= RECORD_BYTES_MIN
                && stated <= limit - from
                && u32(bytes, from + (int) stated - 4) == stated;
    }

    /** A record whose last bytes are spoilt, when another begins or the records end after it. */
    private boolean stands(int from) {
        if (limit - from < RECORD_BYTES_MIN || i32(bytes, from) != SIGNATURE) {
            return false;
        }
        long stated = u32(bytes, from + 4);
        if (stated < RECORD_BYTES_MIN || stated > end - from) {
            return false;
        }
        int after = from + (int) stated;
        boolean whole = after == end || record(after);
        if (whole) {
            gaps.gap(after - 4, 4, "the record's second size is not its first");
        }
        return whole;
    }

    /** Passes over what is no record up to the next one or the end of this part. */
    private void search() {
        int from = next;
        int until = from < end ? end : limit;
        next++;
        while (next < until && !record(next)) {
            next++;
        }
        if (from < end && !zeros(from, next)) {
            gaps.gap(from, next - from, "no record begins here");
            standing = standing == Standing.IN_PLACE ? Standing.CARVED : standing;
        }
    }

    private boolean zeros(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
