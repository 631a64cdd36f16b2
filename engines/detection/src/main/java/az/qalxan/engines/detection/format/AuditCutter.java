package az.qalxan.engines.detection.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Lines, of which those that are records of one audit event are put together, also where records of
 * several processors stand mixed. Any other line is an event of its own.
 */
final class AuditCutter implements Cutter {

    /** Events whose records may stand mixed. */
    static final int OPEN_MAX = 64;

    /** A longer event is taken in parts. */
    static final int EVENT_BYTES_MAX = 1 << 20;

    private static final byte[] TYPE = TextReader.ascii("type=");
    private static final byte[] NODE = TextReader.ascii("node=");
    private static final byte[] AUDIT = TextReader.ascii("audit(");
    private static final byte[] LAST = TextReader.ascii("type=EOE");
    private static final byte[] TITLE = TextReader.ascii("type=PROCTITLE");
    private static final int STAMP_MAX = 200;

    private final EventFormat format;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Scratch out = new Scratch();
    private long lines;

    private record Open(long line, Scratch records) {}

    AuditCutter(EventFormat format) {
        this.format = format;
    }

    @Override
    public EventFormat format() {
        return format;
    }

    @Override
    public long skip() {
        return ++lines;
    }

    @Override
    public int cut(Held held, EventBlock block) {
        out.clear();
        Cursor in = new Cursor();
        byte[] bytes = held.bytes();
        int filled = held.until();
        int at = held.from();
        for (int i = held.seen(); i <= filled; i++) {
            boolean ends = i < filled ? bytes[i] == '\n' : held.last() && at < filled;
            if (ends) {
                lines++;
                in.over(bytes, at, i);
                line(in, block);
                at = Math.min(i + 1, filled);
            }
        }
        if (held.last()) {
            open.values().forEach(one -> add(one, block));
            open.clear();
        }
        block.are(Arrays.copyOf(out.bytes, out.length));
        return at;
    }

    private void line(Cursor in, EventBlock block) {
        String stamp = in.starts(TYPE) || in.starts(NODE) ? stamp(in) : "";
        if (stamp.isEmpty()) {
            if (!LineCutter.blank(in.bytes, in.at, in.end)) {
                int from = out.length;
                out.put(in.bytes, in.at, in.end);
                block.add(from, out.length, lines);
            }
            return;
        }
        Open event = open.computeIfAbsent(stamp, _ -> new Open(lines, new Scratch()));
        event.records().put(in.bytes, in.at, in.end).put('\n');
        boolean whole = in.find(LAST) >= 0 || in.find(TITLE) >= 0;
        if (whole || event.records().length > EVENT_BYTES_MAX) {
            open.remove(stamp);
            add(event, block);
        } else if (open.size() > OPEN_MAX) {
            String oldest = open.keySet().iterator().next();
            add(Objects.requireNonNull(open.remove(oldest)), block);
        }
    }

    private void add(Open event, EventBlock block) {
        int from = out.length;
        out.put(event.records().bytes, 0, event.records().length - 1);
        block.add(from, out.length, event.line());
    }

    /**
     * Machine, time and number of the event that the record is of; empty where none stand there.
     */
    private static String stamp(Cursor in) {
        int from = in.at;
        int end = in.end;
        in.end = Math.min(end, from + STAMP_MAX);
        int audit = in.find(AUDIT);
        int node = in.starts(NODE) ? in.find(' ') : from;
        in.at = audit < 0 ? from : audit;
        int close = audit < 0 ? in.end : in.find(')');
        boolean whole = close < in.end;
        in.at = from;
        in.end = end;
        return whole
                ? new String(in.bytes, from, node - from, StandardCharsets.ISO_8859_1)
                        + new String(in.bytes, audit, close - audit, StandardCharsets.ISO_8859_1)
                : "";
    }
}
