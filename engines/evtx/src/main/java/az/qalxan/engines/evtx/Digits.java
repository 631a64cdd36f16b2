package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;

/** Numbers and bytes in decimal and hexadecimal. */
final class Digits {

    private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int DECIMAL_MAX = 20;

    /** Of ten, as far as a positive number goes. */
    private static final long[] POWERS = new long[DECIMAL_MAX - 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private Digits() {}

    static void signed(long value, TextBuffer out) throws Flaw {
        if (value < 0) {
            out.put('-');
        }
        unsigned(value < 0 ? -value : value, out);
    }

    static void unsigned(long value, TextBuffer out) throws Flaw {
        out.reserve(DECIMAL_MAX);
        long left = value;
        if (left < 0) {
            long most = Long.divideUnsigned(left, 10);
            unsigned(most, out);
            left -= most * 10;
        }
        int at = out.length + count(left);
        out.length = at;
        while (left > Integer.MAX_VALUE) {
            out.bytes[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        int small = (int) left;
        do {
            out.bytes[--at] = (byte) ('0' + small % 10);
            small /= 10;
        } while (small != 0);
    }

    private static int count(long value) {
        int digits = 1;
        while (digits < POWERS.length && value >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    /** Exactly so many decimal digits. */
    static void padded(int value, int digits, TextBuffer out) throws Flaw {
        out.reserve(digits);
        int left = value;
        for (int i = digits - 1; i >= 0; i--) {
            out.bytes[out.length + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        out.length += digits;
    }

    static void hex(long value, TextBuffer out) throws Flaw {
        out.ascii("0x");
        out.reserve(16);
        for (int shift = hexTop(value); shift >= 0; shift -= 4) {
            out.bytes[out.length++] = LOWER[(int) (value >>> shift) & 15];
        }
    }

    private static int hexTop(long value) {
        return value == 0 ? 0 : (63 - Long.numberOfLeadingZeros(value)) & ~3;
    }

    static void hexBytes(byte[] bytes, int at, int count, TextBuffer out) throws Flaw {
        out.reserve(2 * count);
        for (int i = 0; i < count; i++) {
            hexByte(bytes[at + i], out);
        }
    }

    static void hexReversed(byte[] bytes, int at, int count, TextBuffer out) throws Flaw {
        out.reserve(2 * count);
        for (int i = count - 1; i >= 0; i--) {
            hexByte(bytes[at + i], out);
        }
    }

    private static void hexByte(byte one, TextBuffer out) {
        out.bytes[out.length++] = UPPER[one >> 4 & 15];
        out.bytes[out.length++] = UPPER[one & 15];
    }
}
