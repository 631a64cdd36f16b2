package az.qalxan.engines.detection.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, used again and again. */
final class Scratch {

    byte[] bytes = new byte[256];
    int length;

    Scratch clear() {
        length = 0;
        return this;
    }

    Scratch put(int b) {
        room(1);
        bytes[length++] = (byte) b;
        return this;
    }

    Scratch put(byte[] some, int from, int until) {
        room(until - from);
        System.arraycopy(some, from, bytes, length, until - from);
        length += until - from;
        return this;
    }

    Scratch put(byte[] some) {
        return put(some, 0, some.length);
    }

    /** Text of ASCII. */
    Scratch ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        return this;
    }

    /** A code point in UTF-8; one that is none becomes U+FFFD. */
    Scratch point(int given) {
        boolean none = given < 0 || given > 0x10ffff || (given >= 0xd800 && given < 0xe000);
        int point = none ? 0xfffd : given;
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | point >> 6).put(0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            put(0xe0 | point >> 12).put(0x80 | (point >> 6 & 0x3f)).put(0x80 | (point & 0x3f));
        } else {
            put(0xf0 | point >> 18).put(0x80 | (point >> 12 & 0x3f));
            put(0x80 | (point >> 6 & 0x3f)).put(0x80 | (point & 0x3f));
        }
        return this;
    }

    /** The first few characters. */
    String shown() {
        return new String(bytes, 0, Math.min(length, 64), StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
