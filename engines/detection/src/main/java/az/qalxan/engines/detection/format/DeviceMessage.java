package az.qalxan.engines.detection.format;

/**
 * What network devices put into a message of syslog: Cisco's and Huawei's {@code %FACILITY-4-NAME},
 * and the {@code key=value} of firewalls.
 */
final class DeviceMessage {

    private static final byte[] MAKER = TextReader.ascii("device.maker");
    private static final byte[] CISCO = TextReader.ascii("cisco");
    private static final byte[] HUAWEI = TextReader.ascii("huawei");
    private static final byte[] FACILITY = TextReader.ascii("device.facility");
    private static final byte[] MNEMONIC = TextReader.ascii("device.mnemonic");
    private static final int WORD_MAX = 64;

    void tell(Cursor in, EventSink sink) {
        int percent = in.find('%', Math.min(in.end, in.at + 2 * WORD_MAX));
        if (percent < in.end && in.bytes[percent] == '%') {
            mnemonic(in, percent, sink);
        }
        int equal = in.find('=', Math.min(in.end, in.at + WORD_MAX));
        if (equal < in.end && in.bytes[equal] == '=' && isWord(in, in.at, equal)) {
            pairs(in, sink);
        }
    }

    /** {@code %SYS-5-CONFIG_I:} or {@code %%01BGP/4/STATE(l):}. */
    private static void mnemonic(Cursor in, int percent, EventSink sink) {
        int from = percent + 1;
        while (from < in.end && (in.bytes[from] == '%' || isDigit(in.bytes[from]))) {
            from++;
        }
        int end = from;
        while (end < in.end && isOfName(in.bytes[end])) {
            end++;
        }
        if (end == from || end + 2 >= in.end) {
            return;
        }
        boolean levelled = isBetween(in.bytes[end]) && isDigit(in.bytes[end + 1]);
        if (!levelled || !isBetween(in.bytes[end + 2])) {
            return;
        }
        if (sink.field(FACILITY)) {
            sink.text(in.bytes, from, end);
        }
        if (sink.field(MAKER)) {
            byte[] maker = in.bytes[end] == '-' ? CISCO : HUAWEI;
            sink.text(maker, 0, maker.length);
        }
        int name = end + 3;
        int nameEnd = name;
        while (nameEnd < in.end && isOfName(in.bytes[nameEnd])) {
            nameEnd++;
        }
        if (sink.field(MNEMONIC)) {
            sink.text(in.bytes, name, nameEnd);
        }
    }

    private static boolean isBetween(byte b) {
        return b == '-' || b == '/';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isOfName(byte b) {
        return (b >= 'A' && b <= 'Z') || b == '_' || isDigit(b);
    }

    private static boolean isWord(Cursor in, int from, int until) {
        for (int i = from; i < until; i++) {
            byte b = in.bytes[i];
            boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
            if (!letter && b != '_' && b != '-' && b != '.' && !isDigit(b)) {
                return false;
            }
        }
        return until > from;
    }

    /** {@code key=word key="some words"}. */
    private static void pairs(Cursor in, EventSink sink) {
        while (!in.done()) {
            in.spaces();
            int key = in.at;
            while (!in.done() && !in.is('=') && !in.is(' ')) {
                in.at++;
            }
            int keyEnd = in.at;
            if (!in.skip('=')) {
                continue;
            }
            boolean quoted = in.skip('"');
            int end = in.find(quoted ? '"' : ' ');
            if (isWord(in, key, keyEnd) && sink.field(in.bytes, key, keyEnd)) {
                sink.text(in.bytes, in.at, end);
            }
            in.at = quoted ? Math.min(end + 1, in.end) : end;
        }
    }
}
