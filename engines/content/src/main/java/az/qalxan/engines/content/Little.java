package az.qalxan.engines.content;

import java.nio.charset.StandardCharsets;

/** Numbers with the least byte first, at places that may lie outside. */
record Little(byte[] bytes) {

    int u8(int at) {
        return at >= 0 && at < bytes.length ? bytes[at] & 0xff : 0;
    }

    int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    long u32(int at) {
        return (u16(at) | (long) u16(at + 2) << 16) & 0xffffffffL;
    }

    long i64(int at) {
        return u32(at) | u32(at + 4) << 32;
    }

    /** A place that a number names; -1 outside. */
    int place(long base, int at) {
        long place = base + u32(at);
        return place >= 0 && place < bytes.length ? (int) place : -1;
    }

    /** Text of two-byte letters up to a zero. */
    String wide(int at, int max) {
        StringBuilder text = new StringBuilder();
        for (int i = at; i >= 0 && i + 1 < bytes.length && text.length() < max; i += 2) {
            int c = u16(i);
            if (c == 0) {
                break;
            }
            text.append((char) c);
        }
        return text.toString();
    }

    /** Text of one-byte letters up to a zero. */
    String narrow(int at, int max) {
        if (at < 0 || at >= bytes.length) {
            return "";
        }
        int end = at;
        while (end < bytes.length && end - at < max && bytes[end] != 0) {
            end++;
        }
        byte[] some = java.util.Arrays.copyOfRange(bytes, at, end);
        return new String(some, 0, some.length, StandardCharsets.UTF_8).indexOf('\ufffd') < 0
                ? new String(some, StandardCharsets.UTF_8)
                : Charsets.decode(some, null);
    }
}
