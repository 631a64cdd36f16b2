package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/** Lines of values, and in front of them lines that say what the values are. */
final class TableCutter implements Cutter {

    private TableFormat format;
    private long lines;

    TableCutter(TableFormat format) {
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

    /** Ends before a line that changes the format of those after it, or behind it. */
    @Override
    public int cut(Held held, EventBlock block) {
        byte[] bytes = held.bytes();
        int filled = held.until();
        int at = held.from();
        while (at < filled) {
            int end = held.unseen(at);
            while (end < filled && bytes[end] != '\n') {
                end++;
            }
            if (end == filled && !held.last()) {
                break;
            }
            boolean head = TableFormat.heads(bytes, at, end);
            if (head && block.count() > 0) {
                break;
            }
            lines++;
            int begin = at;
            at = Math.min(end + 1, filled);
            if (head) {
                if (heading(bytes, begin, end, block)) {
                    break;
                }
            } else if (!LineCutter.blank(bytes, begin, end)) {
                block.add(begin, end, lines);
            }
        }
        block.areOf(bytes, held.from(), at);
        return at;
    }

    /** Whether the format is another one from here on. */
    private boolean heading(byte[] bytes, int from, int until, EventBlock block) {
        try {
            TableFormat after = format.after(bytes, from, until);
            boolean other = !after.columns().equals(format.columns());
            format = after;
            return other;
        } catch (BadEvent e) {
            block.add(from, until, lines);
            block.bad(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
