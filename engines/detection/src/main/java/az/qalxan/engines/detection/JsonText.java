package az.qalxan.engines.detection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a JSON text between its quotes says. */
final class JsonText {

    private static final long BACKSLASHES = EightBytes.each('\\');

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
        text.append(numbered(bytes, at + 1));
        return at + 5;
    }

    /** The text of bytes of ASCII whose escapes are all of one letter. */
    static byte[] unescaped(byte[] bytes, int from, int until) {
        byte[] text = new byte[until - from];
        int length = 0;
        for (int i = from; i < until; i++) {
            byte b = bytes[i];
            text[length++] = b == '\\' ? escaped(bytes[++i]) : b;
        }
        return Arrays.copyOf(text, length);
    }

    /**
     * Folds the text into another array, which has room for twice as much and eight bytes more.
     *
     * @return where the folded text ends, or -1 where it has characters beyond U+FFFF, halves of
     *     them, or bytes that are no UTF-8
     */
    static int fold(byte[] bytes, int from, int until, byte[] folded, int to) {
        int i = from;
        int end = to;
        while (i < until) {
            if (i + EightBytes.COUNT <= bytes.length) {
                long eight = EightBytes.at(bytes, i);
                EightBytes.put(folded, end, EightBytes.fold(eight));
                int plain = Math.min(EightBytes.first(special(eight)), until - i);
                if (plain > 0) {
                    i += plain;
                    end += plain;
                    continue;
                }
            }
            byte b = bytes[i];
            char c;
            if (b >= 0 && b != '\\') {
                folded[end++] = Ascii.fold(b);
                i++;
                continue;
            }
            if (b >= 0 && bytes[i + 1] == 'u') {
                c = numbered(bytes, i + 2);
                i += 6;
            } else if (b >= 0) {
                c = (char) escaped(bytes[i + 1]);
                i += 2;
            } else {
                c = Utf8.character(bytes, i, until);
                i += Utf8.length(c);
            }
            if (Character.isSurrogate(c)) {
                return -1;
            }
            end = Utf8.put(Folding.fold(c), folded, end);
        }
        return end;
    }

    /** Marks backslashes and what is not ASCII. */
    private static long special(long eight) {
        return EightBytes.marks(eight, BACKSLASHES) | EightBytes.notAscii(eight);
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
     * Whether the text has a character of ASCII by its number, or one beyond ASCII that folds to a
     * letter of ASCII (U+0130, U+0131, U+017F, U+212A).
     */
    static boolean disguises(byte[] bytes, int from, int until) {
        int i = from;
        while (i < until) {
            byte b = bytes[i];
            if (b == '\\' && bytes[i + 1] == 'u') {
                if (Folding.fold(numbered(bytes, i + 2)) < 0x80) {
                    return true;
                }
                i += 6;
            } else if (b == '\\') {
                i += 2;
            } else if (b < 0 && foldsToAscii(bytes, i, until)) {
                return true;
            } else {
                i++;
            }
        }
        return false;
    }

    private static boolean foldsToAscii(byte[] bytes, int at, int until) {
        int second = at + 1 < until ? bytes[at + 1] & 0xff : 0;
        return switch (bytes[at] & 0xff) {
            case 0xc4 -> second == 0xb0 || second == 0xb1;
            case 0xc5 -> second == 0xbf;
            case 0xe2 -> second == 0x84 && at + 2 < until && (bytes[at + 2] & 0xff) == 0xaa;
            default -> false;
        };
    }

    /** The UTF-16 unit that four digits are the number of. */
    private static char numbered(byte[] bytes, int at) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value * 16 + Character.digit(bytes[at + i], 16);
        }
        return (char) value;
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
