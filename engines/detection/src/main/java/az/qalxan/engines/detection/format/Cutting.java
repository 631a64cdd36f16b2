package az.qalxan.engines.detection.format;

/** Chooses how a stream is cut into events, by its format and its first bytes. */
final class Cutting {

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[][] ZEEK = {
        TextReader.ascii("#separator"), TextReader.ascii("#fields\t"), TextReader.ascii("#path\t")
    };
    private static final byte[] XML = TextReader.ascii("<?xml");

    private static final int CHOSEN_BY = 256;
    private static final int CHOSEN_BY_MAX = 1 << 16;

    private Cutting() {}

    /** Whether enough is there to choose by: a line, and more where an object goes over several. */
    static boolean canChoose(byte[] head, int filled) {
        Cursor in = begin(head, filled);
        int line = in.find('\n');
        if (filled >= CHOSEN_BY_MAX) {
            return true;
        }
        boolean open = in.is('{') && ObjectCutter.end(in.bytes, in.at, line) < 0;
        return line < in.end && (!open || (filled >= CHOSEN_BY && !unfinishedBehind(in, line)));
    }

    private static boolean unfinishedBehind(Cursor in, int line) {
        int at = line + 1;
        boolean begins = at < in.end && in.bytes[at] == '{';
        while (begins && at < in.end && in.bytes[at] != '\n') {
            at++;
        }
        return begins && at == in.end;
    }

    private static Cursor begin(byte[] head, int filled) {
        Cursor in = new Cursor();
        in.over(head, 0, filled);
        in.end = filled;
        in.skip(BOM);
        while (!in.done() && in.bytes[in.at] <= ' ' && in.bytes[in.at] >= 0) {
            in.at++;
        }
        return in;
    }

    static Cutter cutter(EventFormat format, byte[] head, int filled) {
        Cursor in = begin(head, filled);
        if (in.is('{') || in.is('[')) {
            return json(format, in);
        }
        if (format instanceof TableFormat table) {
            return new TableCutter(table);
        }
        if (format == Formats.XML) {
            return new XmlCutter(format);
        }
        if (format == Formats.AUDITD) {
            return new AuditCutter(format);
        }
        return format == Formats.AUTO ? auto(in) : new LineCutter(format);
    }

    private static Cutter auto(Cursor in) {
        for (byte[] one : ZEEK) {
            if (in.starts(one)) {
                return new TableCutter(TableFormat.ZEEK);
            }
        }
        if (in.is('#')) {
            return new TableCutter(TableFormat.W3C);
        }
        if (in.starts(XmlReader.BEGIN) || in.starts(XML)) {
            return new XmlCutter(Formats.XML);
        }
        return new AuditCutter(Formats.AUTO);
    }

    /**
     * One object a line as a rule; otherwise neither the first line nor the second ends with the
     * object that it begins. One cut line in front must not take the others with it.
     */
    private static Cutter json(EventFormat format, Cursor in) {
        EventFormat written = format instanceof TableFormat ? Formats.ZEEK_JSON : format;
        if (ObjectCutter.isAround(in.bytes, in.at, in.end)) {
            return new ObjectCutter(written, true);
        }
        int line = in.find('\n');
        boolean lines = in.is('{') && (line == in.end || whole(in, line) || wholeBehind(in, line));
        return lines ? new LineCutter(written) : new ObjectCutter(written, false);
    }

    private static boolean wholeBehind(Cursor in, int line) {
        Cursor next = new Cursor();
        next.over(in.bytes, line + 1, in.end);
        return next.is('{') && whole(next, next.find('\n'));
    }

    private static boolean whole(Cursor in, int line) {
        int end = line;
        while (end > in.at && in.bytes[end - 1] <= ' ' && in.bytes[end - 1] >= 0) {
            end--;
        }
        return ObjectCutter.end(in.bytes, in.at, line) == end;
    }
}
