package az.qalxan.engines.detection.format;

import java.util.Arrays;

/** Events in XML, one after another or within an element around them. */
final class XmlCutter implements Cutter {

    private static final byte[] END = TextReader.ascii("</Event>");
    private static final byte[] CLOSE = {'>'};
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
    public int cut(Held held, EventBlock block) {
        byte[] bytes = held.bytes();
        Cursor in = new Cursor();
        in.over(bytes, held.from(), held.until());
        in.end = held.until();
        while (!in.done()) {
            int end = spaces(in);
            boolean event = end == in.at && !passed(in);
            if (end == in.at) {
                end = behind(event ? END : CLOSE, in, held);
            }
            if (end < 0 && !held.last()) {
                break;
            }
            end = end < 0 ? held.until() : end;
            if (event) {
                block.add(in.at, end, lines);
            }
            for (int i = in.at; i < end; i++) {
                lines += bytes[i] == '\n' ? 1 : 0;
            }
            in.at = end;
        }
        block.areOf(bytes, held.from(), in.at);
        return in.at;
    }

    /** Behind the word where it stands next, perhaps over the border of what was seen; or -1. */
    private static int behind(byte[] word, Cursor in, Held held) {
        int at = in.at;
        in.at = held.unseen(at + word.length - 1) - word.length + 1;
        int found = in.find(word);
        in.at = at;
        return found < 0 ? -1 : found + word.length;
    }

    private static int spaces(Cursor in) {
        int at = in.at;
        while (at < in.end && in.bytes[at] <= ' ' && in.bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Whether an instruction or the element around begins here, which are none of an event's. */
    private static boolean passed(Cursor in) {
        int at = in.at;
        if (!in.is('<') || at + 1 == in.end) {
            return false;
        }
        int name = at + (in.bytes[at + 1] == '/' ? 2 : 1);
        int nameEnd = Math.min(in.end, name + AROUND.length);
        boolean around =
                Arrays.equals(AROUND, 0, AROUND.length, in.bytes, Math.min(name, nameEnd), nameEnd);
        return in.bytes[at + 1] == '?' || around;
    }
}
