package az.qalxan.engines.detection.format;

/** Tells the format of each event by its first bytes. */
final class AutoFormat implements EventFormat {

    private static final byte[] AUDIT = TextReader.ascii("audit(");
    private static final byte[] TYPE = TextReader.ascii("type=");
    private static final byte[] NODE = TextReader.ascii("node=");
    private static final byte[] XML = TextReader.ascii("<?xml");
    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** As far as it is looked for what tells a format. */
    private static final int LOOKED_MAX = 400;

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public boolean json() {
        return false;
    }

    @Override
    public boolean line() {
        return true;
    }

    @Override
    public EventReader reader() {
        return new PlainReader();
    }

    @Override
    public LogCatalogue catalogue() {
        return LogCatalogue.EMPTY;
    }

    @Override
    public EventFormat of(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        if (at < until && bytes[at] == '{') {
            return Formats.NDJSON;
        }
        Cursor in = new Cursor();
        in.over(bytes, at, Math.min(until, at + LOOKED_MAX));
        in.skip(BOM);
        return text(in);
    }

    private static EventFormat text(Cursor in) {
        if (in.is('{')) {
            return Formats.NDJSON;
        }
        if (in.starts(XmlReader.BEGIN) || in.starts(XML)) {
            return Formats.XML;
        }
        if (in.starts(CefReader.BEGIN)) {
            return Formats.CEF;
        }
        if (in.starts(LeefReader.BEGIN)) {
            return Formats.LEEF;
        }
        if ((in.starts(TYPE) || in.starts(NODE)) && in.find(AUDIT) >= 0) {
            return Formats.AUDITD;
        }
        if (isAccess(in)) {
            return Formats.ACCESS;
        }
        return isSyslog(in) ? Formats.SYSLOG : Formats.PLAIN;
    }

    /** {@code [10/Oct/2000:}. */
    private static boolean isAccess(Cursor in) {
        int open = in.find('[');
        return open + 13 < in.end
                && in.bytes[open + 3] == '/'
                && in.bytes[open + 7] == '/'
                && in.bytes[open + 12] == ':'
                && ClockReading.month(in.bytes, open + 4) > 0;
    }

    private static boolean isSyslog(Cursor in) {
        if (in.is('<')) {
            int at = in.at++;
            boolean priority = in.digits() > 0 && in.is('>');
            in.at = at;
            return priority;
        }
        if (ClockReading.month(in.bytes, in.at) > 0) {
            return in.at + 15 < in.end && in.bytes[in.at + 9] == ':' && in.bytes[in.at + 12] == ':';
        }
        return in.at + 20 < in.end
                && in.bytes[in.at + 4] == '-'
                && in.bytes[in.at + 7] == '-'
                && in.bytes[in.at + 10] == 'T';
    }
}
