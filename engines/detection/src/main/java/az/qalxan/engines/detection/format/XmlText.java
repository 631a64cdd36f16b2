package az.qalxan.engines.detection.format;

/** Resolves the entities of XML; what is none stays as it stands. */
final class XmlText {

    private static final int REFERENCE_MAX = 12;
    private static final String[] NAMES = {"lt", "gt", "amp", "quot", "apos"};
    private static final String CHARACTERS = "<>&\"'";

    /** Appends the text from the cursor until an index. */
    void unescape(Cursor in, int until, Scratch to) {
        int at = in.at;
        while (at < until) {
            byte b = in.bytes[at];
            int end = b == '&' ? semicolon(in.bytes, at, until) : -1;
            int point = end < 0 ? -1 : point(in.bytes, at + 1, end);
            if (point < 0) {
                to.put(b);
                at++;
            } else {
                to.point(point);
                at = end + 1;
            }
        }
    }

    private static int semicolon(byte[] bytes, int from, int until) {
        for (int i = from; i < Math.min(until, from + REFERENCE_MAX); i++) {
            if (bytes[i] == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int point(byte[] bytes, int from, int until) {
        if (bytes[from] != '#') {
            for (int i = 0; i < NAMES.length; i++) {
                if (AuditValue.is(bytes, from, until, NAMES[i])) {
                    return CHARACTERS.charAt(i);
                }
            }
            return -1;
        }
        boolean hex = from + 1 < until && bytes[from + 1] == 'x';
        int base = hex ? 16 : 10;
        int point = 0;
        int first = from + (hex ? 2 : 1);
        for (int i = first; i < until; i++) {
            int digit = Character.digit(bytes[i], base);
            if (digit < 0) {
                return -1;
            }
            point = Math.min(point * base + digit, 0x110000);
        }
        return first == until ? -1 : point;
    }
}
