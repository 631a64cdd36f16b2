package az.qalxan.engines.detection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts as UTF-8. Half of a pair of surrogates, which has no UTF-8, is written as if it were a
 * character of its own, so that different texts are different bytes.
 */
final class Utf8 {

    private Utf8() {}

    static byte[] of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return withSurrogates(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withSurrogates(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] half = new byte[3];
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (Character.isBmpCodePoint(character)) {
                bytes.write(half, 0, put((char) character, half, 0));
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Writes a UTF-16 unit, by itself, and returns the index behind it. */
    static int put(char c, byte[] bytes, int at) {
        int length = length(c);
        if (length == 1) {
            bytes[at] = (byte) c;
        } else if (length == 2) {
            bytes[at] = (byte) (0xc0 | (c >> 6));
            bytes[at + 1] = (byte) (0x80 | (c & 0x3f));
        } else {
            bytes[at] = (byte) (0xe0 | (c >> 12));
            bytes[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3f));
            bytes[at + 2] = (byte) (0x80 | (c & 0x3f));
        }
        return at + length;
    }

    /** How many bytes a UTF-16 unit is by itself. */
    static int length(char c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : 3;
    }

    /**
     * The character of two or three bytes that begins at an index; a surrogate where none such
     * does.
     */
    static char character(byte[] bytes, int at, int until) {
        int first = bytes[at] & 0xff;
        int length = first < 0xe0 ? 2 : 3;
        if (first < 0xc2 || first >= 0xf0 || at + length > until) {
            return Character.MIN_SURROGATE;
        }
        int c = length == 2 ? first & 0x1f : first & 0x0f;
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return Character.MIN_SURROGATE;
            }
            c = (c << 6) | (bytes[at + i] & 0x3f);
        }
        return length(((char) c)) == length ? (char) c : Character.MIN_SURROGATE;
    }
}
