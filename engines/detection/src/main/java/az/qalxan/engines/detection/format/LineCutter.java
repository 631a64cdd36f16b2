package az.qalxan.engines.detection.format;

/** One event a line; lines without anything are passed over. */
final class LineCutter implements Cutter {

    private final EventFormat format;
    private long lines;

    LineCutter(EventFormat format) {
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
        byte[] bytes = held.bytes();
        int filled = held.until();
        int at = held.from();
        for (int i = held.seen(); i < filled; i++) {
            if (bytes[i] == '\n') {
                line(bytes, at, i, block);
                at = i + 1;
            }
        }
        if (held.last() && at < filled) {
            line(bytes, at, filled, block);
            at = filled;
        }
        block.areOf(bytes, held.from(), at);
        return at;
    }

    private void line(byte[] bytes, int from, int until, EventBlock block) {
        lines++;
        if (!blank(bytes, from, until)) {
            block.add(from, until, lines);
        }
    }

    static boolean blank(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
