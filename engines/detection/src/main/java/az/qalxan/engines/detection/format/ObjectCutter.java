package az.qalxan.engines.detection.format;

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
    private Nesting nesting = new Nesting();

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
        return new Nesting().end(bytes, from, until);
    }

    /** How deep in an object one is, when one has to wait for more of it. */
    private static final class Nesting {

        private int depth;
        private boolean text;
        private boolean escaped;

        int end(byte[] bytes, int from, int until) {
            for (int i = from; i < until; i++) {
                byte b = bytes[i];
                if (escaped) {
                    escaped = false;
                } else if (text) {
                    escaped = b == '\\';
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
    public int cut(Held held, EventBlock block) {
        byte[] bytes = held.bytes();
        int filled = held.until();
        int at = held.from();
        at = begun || !around ? at : Math.max(at, arrayAt(bytes, at, filled));
        begun = true;
        while (at < filled) {
            byte b = bytes[at];
            boolean between = (b <= ' ' && b >= 0) || b == ',' || b == '[' || b == ']';
            if (between || (around && b == '}')) {
                at++;
                continue;
            }
            int unseen = held.unseen(at);
            int end = b == '{' ? end(at, unseen, held) : line(bytes, unseen, filled);
            if (end < 0 && !held.last()) {
                break;
            }
            end = end < 0 ? filled : end;
            block.add(at, end, ++objects);
            at = end;
        }
        block.areOf(bytes, held.from(), at);
        return at;
    }

    /** Goes on in the object that was not over, where it is the same one. */
    private int end(int at, int unseen, Held held) {
        nesting = unseen == at ? new Nesting() : nesting;
        return nesting.end(held.bytes(), unseen, held.until());
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
