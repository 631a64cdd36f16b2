package az.qalxan.engines.detection;

import java.nio.charset.StandardCharsets;

/** What a JSON text between its quotes says. */
final class JsonText {

    private JsonText() {}

    /** The text of the bytes, of which it is known that their escapes are whole. */
    static String decode(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until && bytes[at] != '\\') {
            at++;
        }
        String head = new String(bytes, from, at - from, StandardCharsets.UTF_8);
        if (at == until) {
            return head;
        }
        StringBuilder text = new StringBuilder(until - from).append(head);
        while (at < until) {
            at = escape(bytes, at + 1, text);
            int begin = at;
            while (at < until && bytes[at] != '\\') {
                at++;
            }
            text.append(new String(bytes, begin, at - begin, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Appends what the escape stands for and returns the index behind it. */
    private static int escape(byte[] bytes, int at, StringBuilder text) {
        if (bytes[at] != 'u') {
            text.append((char) escaped(bytes[at]));
            return at + 1;
        }
        int value = 0;
        for (int i = 1; i <= 4; i++) {
            value = value * 16 + Character.digit(bytes[at + i], 16);
        }
        text.append((char) value);
        return at + 5;
    }

    /** What a letter behind a backslash stands for. */
    static byte escaped(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
        };
    }

    /**
     * Whether the text has an escape by number, or a character beyond ASCII that folds to a letter
     * of ASCII (U+0130, U+0131, U+017F, U+212A): told by the first byte, so sometimes needlessly.
     */
    static boolean disguises(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            byte b = bytes[i];
            if (b == '\\') {
                i++;
                if (bytes[i] == 'u') {
                    return true;
                }
            } else if (b == (byte) 0xc4 || b == (byte) 0xc5 || b == (byte) 0xe2) {
                return true;
            }
        }
        return false;
    }

    static boolean isHex(byte[] bytes, int from, int until) {
        if (from + 4 > until) {
            return false;
        }
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the number that begins at an index ends; -1 where none begins (RFC 8259, 6). */
    static int numberEnd(byte[] bytes, int from, int until) {
        int at = from < until && bytes[from] == '-' ? from + 1 : from;
        int whole = digits(bytes, at, until);
        if (whole == at || (bytes[at] == '0' && whole > at + 1)) {
            return -1;
        }
        at = whole;
        if (at < until && bytes[at] == '.') {
            int fraction = digits(bytes, at + 1, until);
            if (fraction == at + 1) {
                return -1;
            }
            at = fraction;
        }
        if (at < until && (bytes[at] == 'e' || bytes[at] == 'E')) {
            boolean signed = at + 1 < until && (bytes[at + 1] == '-' || bytes[at + 1] == '+');
            int begin = signed ? at + 2 : at + 1;
            at = digits(bytes, begin, until);
            return at == begin ? -1 : at;
        }
        return at;
    }

    private static int digits(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
