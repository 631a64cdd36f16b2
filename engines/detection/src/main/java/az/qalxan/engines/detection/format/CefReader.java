package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/**
 * The Common Event Format (ArcSight, "Implementing ArcSight Common Event Format"): seven parts
 * between bars, then keys with values. Further fields have the names that their labels give them.
 */
final class CefReader extends TextReader {

    static final byte[] BEGIN = ascii("CEF:");

    private static final byte[][] HEAD = {
        ascii("cef.version"),
        ascii("deviceVendor"),
        ascii("deviceProduct"),
        ascii("deviceVersion"),
        ascii("deviceEventClassId"),
        ascii("name"),
        ascii("severity")
    };
    private static final byte[] LABEL = ascii("Label");
    private static final int LABELS_MAX = 64;

    private final Labels labels = new Labels(LABELS_MAX);
    private final ClockReading clock = new ClockReading();

    @Override
    void event() throws BadEvent {
        if (!in.skip(BEGIN)) {
            throw in.bad("'CEF:' is missing");
        }
        for (byte[] name : HEAD) {
            head(name);
        }
        labels.clear();
        int from = in.at;
        while (key()) {
            int keyEnd = in.find('=');
            if (keyEnd - in.at > LABEL.length && ends(keyEnd)) {
                int begin = in.at;
                in.at = keyEnd + 1;
                value();
                labels.add(in.bytes, begin, keyEnd - LABEL.length, scratch);
            } else {
                in.at = keyEnd + 1;
                value();
            }
        }
        in.at = from;
        while (key()) {
            int keyFrom = in.at;
            int keyEnd = in.find('=');
            in.at = keyEnd + 1;
            value();
            told(keyFrom, keyEnd);
        }
    }

    private boolean ends(int keyEnd) {
        for (int i = 0; i < LABEL.length; i++) {
            if (in.bytes[keyEnd - LABEL.length + i] != LABEL[i]) {
                return false;
            }
        }
        return true;
    }

    /** Goes to the next key; false where there is none. */
    private boolean key() {
        in.spaces();
        return !in.done() && in.find('=') < in.end;
    }

    private void told(int keyFrom, int keyEnd) {
        if (sink().field(in.bytes, keyFrom, keyEnd)) {
            sink().text(scratch.bytes, 0, scratch.length);
        }
        byte[] label = labels.of(in.bytes, keyFrom, keyEnd);
        if (label.length > 0 && sink().field(label)) {
            sink().text(scratch.bytes, 0, scratch.length);
        }
        boolean receipt = keyEnd - keyFrom == 2 && in.bytes[keyFrom] == 'r';
        if (receipt && in.bytes[keyFrom + 1] == 't') {
            time();
        }
    }

    /** Milliseconds since 1970 as a rule; dates of other forms are left to their own field. */
    private void time() {
        if (scratch.length == 13 && clock.epoch(scratch.bytes, 0, 10)) {
            tellTime(clock.seconds(), 0);
        } else if (clock.iso(scratch.bytes, 0, scratch.length)) {
            tellTime(clock.seconds(), clock.nanos());
        }
    }

    private void head(byte[] name) throws BadEvent {
        scratch.clear();
        while (!in.done() && !in.is('|')) {
            int b = in.bytes[in.at++];
            if (b == '\\' && (in.is('|') || in.is('\\'))) {
                b = in.bytes[in.at++];
            }
            scratch.put(b);
        }
        if (!in.skip('|') && name != HEAD[HEAD.length - 1]) {
            throw in.bad("seven parts between '|' are missing");
        }
        tellScratch(name);
    }

    /** A value goes on until spaces, a word and an equals sign follow. */
    private void value() {
        scratch.clear();
        while (!in.done()) {
            int b = in.bytes[in.at];
            if (b == ' ') {
                int word = wordEnd();
                if (word < in.end && in.bytes[word] == '=' && in.bytes[word - 1] != ' ') {
                    return;
                }
                scratch.put(in.bytes, in.at, word);
                in.at = word;
                continue;
            }
            in.at++;
            if (b == '\\' && !in.done()) {
                escaped(in.bytes[in.at++]);
            } else {
                scratch.put(b);
            }
        }
    }

    private void escaped(byte b) {
        switch (b) {
            case 'n' -> scratch.put('\n');
            case 'r' -> scratch.put('\r');
            case '=', '\\', '|' -> scratch.put(b);
            default -> scratch.put('\\').put(b);
        }
    }

    /** Behind the spaces that stand here and what could be a key after them. */
    private int wordEnd() {
        int at = in.at;
        while (at < in.end && in.bytes[at] == ' ') {
            at++;
        }
        while (at < in.end && isOfKey(in.bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isOfKey(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '.'
                || b == '-'
                || b == '['
                || b == ']';
    }
}
