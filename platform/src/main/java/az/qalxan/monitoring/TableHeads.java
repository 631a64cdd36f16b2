package az.qalxan.monitoring;

import az.qalxan.web.ProblemFound;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The lines of a batch that name the columns of those after them. */
final class TableHeads {

    private static final byte MARK = '#';

    /** Lines below longer ones cannot be kept with them. */
    static final int BYTES_MAX = 16 << 10;

    private static final byte[] TOO_LONG = {};

    private final TreeMap<Integer, byte[]> heads = new TreeMap<>();

    private TableHeads() {}

    /**
     * Of bytes that begin with such lines; of all others there are none.
     *
     * @throws ProblemFound when there are more of them than events are taken at once
     */
    static TableHeads of(byte[] bytes) {
        TableHeads heads = new TableHeads();
        if (bytes.length == 0 || bytes[0] != MARK) {
            return heads;
        }
        int line = 0;
        int from = 0;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        boolean within = false;
        while (from < bytes.length) {
            int until = from;
            while (until < bytes.length && bytes[until] != '\n') {
                until++;
            }
            line++;
            boolean marked = bytes[from] == MARK;
            if (marked) {
                if (!within) {
                    head.reset();
                }
                if (head.size() <= BYTES_MAX) {
                    head.write(bytes, from, until - from);
                    head.write('\n');
                }
            } else if (within) {
                heads.put(line, head);
            }
            within = marked;
            from = until + 1;
        }
        return heads;
    }

    private void put(int line, ByteArrayOutputStream head) {
        heads.put(line, head.size() > BYTES_MAX ? TOO_LONG : head.toByteArray());
        if (heads.size() > EventIntake.BATCH_EVENTS_MAX) {
            throw EventIntake.tooMany();
        }
    }

    /** Whether the lines that a line needs to be read alone are too long to be kept with it. */
    boolean tooLong(int line) {
        Map.Entry<Integer, byte[]> head = heads.floorEntry(line);
        return head != null && head.getValue().length == 0;
    }

    /** The event of a line with the lines that it needs to be read alone. */
    byte[] with(int line, byte[] raw) {
        Map.Entry<Integer, byte[]> head = heads.floorEntry(line);
        if (head == null) {
            return raw;
        }
        byte[] both = Arrays.copyOf(head.getValue(), head.getValue().length + raw.length);
        System.arraycopy(raw, 0, both, head.getValue().length, raw.length);
        return both;
    }

    /** Where the event begins in stored bytes: behind the lines that name its columns. */
    static int end(byte[] raw) {
        int at = 0;
        while (at < raw.length && raw[at] == MARK) {
            while (at < raw.length && raw[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, raw.length);
        }
        return at;
    }
}
