package az.qalxan.engines.detection.format;

import java.util.Arrays;

/** Events in XML, one after another or within an element around them. */
final class XmlCutter implements Cutter {

    private static final byte[] END = TextReader.ascii("</Event>");
    private static final byte[] AROUND = TextReader.ascii("Events");

    private final EventFormat format;
    private long lines = 1;

    XmlCutter(EventFormat format) {
        this.format = format;
    }

    @Override
    public EventFormat format() {
        return format;
    }

    @Override
    public long skip() {
        return lines++;
    }

    @Override
    public int cut(byte[] bytes, int filled, boolean last, EventBlock block) {
        Cursor in = new Cursor();
        in.over(bytes, 0, filled);
        in.end = filled;
        int used = 0;
        while (!in.done()) {
            int end = passed(in);
            boolean event = end < 0;
            if (event) {
                int stop = in.find(END);
                end = stop < 0 ? -1 : stop + END.length;
            }
            if ((end < 0 || end == filled) && !last && (end < 0 || !event)) {
                break;
            }
            end = end < 0 ? filled : end;
            if (event) {
                block.add(in.at, end, lines);
            }
            for (int i = in.at; i < end; i++) {
                lines += bytes[i] == '\n' ? 1 : 0;
            }
            in.at = end;
            used = end;
        }
        block.are(Arrays.copyOf(bytes, used));
        return used;
    }

    /** Behind what is none of an event's: space, instructions, the element around; else -1. */
    private static int passed(Cursor in) {
        int at = in.at;
        while (at < in.end && in.bytes[at] <= ' ' && in.bytes[at] >= 0) {
            at++;
        }
        if (at > in.at || at == in.end) {
            return at;
        }
        if (!in.is('<') || at + 1 == in.end) {
            return -1;
        }
        int name = at + (in.bytes[at + 1] == '/' ? 2 : 1);
        int nameEnd = Math.min(in.end, name + AROUND.length);
        boolean around =
                Arrays.equals(AROUND, 0, AROUND.length, in.bytes, Math.min(name, nameEnd), nameEnd);
        if (in.bytes[at + 1] != '?' && !around) {
            return -1;
        }
        int close = in.find('>');
        return close == in.end ? in.end : close + 1;
    }
}
