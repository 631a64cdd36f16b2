package az.qalxan.engines.detection.format;

import java.util.Arrays;
import java.util.List;

/**
 * JSON objects however they are laid out: over several lines, in an array, or in the array that a
 * single object around them holds, as in the files of CloudTrail.
 */
final class ObjectCutter implements Cutter {

    private static final List<String> AROUND = List.of("Records", "records", "value", "events");

    private final EventFormat format;
    private final boolean around;
    private long objects;
    private boolean begun;

    /**
     * @param around whether an object is around all others
     */
    ObjectCutter(EventFormat format, boolean around) {
        this.format = format;
        this.around = around;
    }

    /** Whether an object begins here that holds nothing but an array of events. */
    static boolean isAround(byte[] bytes, int from, int until) {
        return arrayAt(bytes, from, until) >= 0;
    }

    /** Behind {@code {"Records":[}; -1 where something else stands there. */
    private static int arrayAt(byte[] bytes, int from, int until) {
        int at = space(bytes, from, until);
        if (at >= until || bytes[at] != '{') {
            return -1;
        }
        at = space(bytes, at + 1, until);
        for (String word : AROUND) {
            int end = at + word.length() + 2;
            if (end < until && AuditValue.is(bytes, at, end, '"' + word + '"')) {
                int colon = space(bytes, end, until);
                int array = space(bytes, colon + 1, until);
                boolean both = array < until && bytes[colon] == ':' && bytes[array] == '[';
                return both ? array + 1 : -1;
            }
        }
        return -1;
    }

    private static int space(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Behind the object that begins at an index; -1 where it does not end before another. */
    static int end(byte[] bytes, int from, int until) {
        int depth = 0;
        boolean text = false;
        for (int i = from; i < until; i++) {
            byte b = bytes[i];
            if (text) {
                i += b == '\\' ? 1 : 0;
                text = b != '"';
            } else if (b == '"') {
                text = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public EventFormat format() {
        return format;
    }

    @Override
    public long skip() {
        return ++objects;
    }

    @Override
    public int cut(byte[] bytes, int filled, boolean last, EventBlock block) {
        int at = begun || !around ? 0 : Math.max(0, arrayAt(bytes, 0, filled));
        begun = true;
        int used = at;
        while (at < filled) {
            byte b = bytes[at];
            boolean between = (b <= ' ' && b >= 0) || b == ',' || b == '[' || b == ']';
            if (between || (around && b == '}')) {
                used = ++at;
                continue;
            }
            int end = b == '{' ? end(bytes, at, filled) : line(bytes, at, filled);
            if (end < 0 && !last) {
                break;
            }
            end = end < 0 ? filled : end;
            block.add(at, end, ++objects);
            at = end;
            used = end;
        }
        block.are(Arrays.copyOf(bytes, used));
        return used;
    }

    private static int line(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
