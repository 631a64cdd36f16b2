package az.qalxan.engines.evtx;

/** UTF-16 text, little-endian, written as escaped UTF-8. */
final class Utf16 {

    private static final int REPLACEMENT = 0xfffd;

    /** The longest that one unit becomes: an escape of six bytes. */
    private static final int UNIT_BYTES_MAX = 6;

    private static final long EACH = 0x0001_0001_0001_0001L;
    private static final long TOP_BITS = 0x8000_8000_8000_8000L;
    private static final long NOT_ASCII = 0xff80_ff80_ff80_ff80L;
    private static final long QUOTES = EACH * '"';
    private static final long BACKSLASHES = EACH * '\\';
    private static final long AMPERSANDS = EACH * '&';
    private static final long LESSES = EACH * '<';
    private static final long GREATERS = EACH * '>';

    private final Escaping escaping;
    private final TextBuffer out;

    Utf16(Escaping escaping, TextBuffer out) {
        this.escaping = escaping;
        this.out = out;
    }

    /** How many units there are before the text's end or the first zero. */
    static int units(byte[] from, int at, int size) {
        int units = size >> 1;
        int i = 0;
        for (; i + 4 <= units; i += 4) {
            if (holdsZero(LittleEndian.i64(from, at + 2 * i))) {
                break;
            }
        }
        while (i < units && LittleEndian.u16(from, at + 2 * i) != 0) {
            i++;
        }
        return i;
    }

    /** Without zeros at the end; what stands behind a zero within is kept. */
    static int unpadded(byte[] from, int at, int units) {
        int left = units;
        while (left > 0 && LittleEndian.u16(from, at + 2 * left - 2) == 0) {
            left--;
        }
        return left;
    }

    /** Without blanks at the end. */
    static int trimmed(byte[] from, int at, int units) {
        int left = units;
        while (left > 0 && blank((char) LittleEndian.u16(from, at + 2 * left - 2))) {
            left--;
        }
        return left;
    }

    private static boolean blank(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    /** May say yes for lanes of 0x8000 beside a zero only; never no where there is one. */
    private static boolean holdsZero(long lanes) {
        return ((lanes - EACH) & ~lanes & TOP_BITS) != 0;
    }

    void write(byte[] from, int at, int units) throws Flaw {
        out.reserve(units * UNIT_BYTES_MAX + 8);
        int end = at + 2 * units;
        int i = at;
        while (i + 8 <= end) {
            long lanes = LittleEndian.i64(from, i);
            if (plain(lanes)) {
                LittleEndian.putInt(out.bytes, out.length, packed(lanes));
                out.length += 4;
                i += 8;
            } else {
                i = slow(from, i, Math.min(i + 8, end), end);
            }
        }
        while (i < end) {
            i = slow(from, i, end, end);
        }
    }

    /** Whether four characters stand for themselves. */
    private boolean plain(long lanes) {
        if ((lanes & NOT_ASCII) != 0) {
            return false;
        }
        if (escaping == Escaping.NONE) {
            return true;
        }
        long plain = lanes + EACH * (0x8000 - 0x20);
        if (escaping == Escaping.JSON || escaping == Escaping.JSON_EXACT) {
            plain &= unlike(lanes, QUOTES) & unlike(lanes, BACKSLASHES);
        } else {
            plain &= unlike(lanes, AMPERSANDS) & unlike(lanes, LESSES);
            plain &= unlike(lanes, GREATERS) & unlike(lanes, QUOTES);
        }
        return (plain & TOP_BITS) == TOP_BITS;
    }

    /** The top bit of each ASCII lane is set unless it is the wanted character. */
    private static long unlike(long lanes, long wanted) {
        return (lanes ^ wanted) + EACH * 0x7fff;
    }

    /** The low bytes of four lanes beside each other. */
    private static int packed(long lanes) {
        long pairs = (lanes | lanes >>> 8) & 0x0000_ffff_0000_ffffL;
        return (int) (pairs | pairs >>> 16);
    }

    /** Writes units one by one until a boundary, room is made already; returns where it stopped. */
    private int slow(byte[] from, int at, int until, int end) {
        int i = at;
        while (i < until) {
            int unit = LittleEndian.u16(from, i);
            i += 2;
            if (unit < 0x80) {
                ascii(unit);
            } else if (unit < 0x800) {
                out.bytes[out.length++] = (byte) (0xc0 | unit >> 6);
                out.bytes[out.length++] = (byte) (0x80 | unit & 0x3f);
            } else if (Character.isSurrogate((char) unit)) {
                int next = i < end ? LittleEndian.u16(from, i) : 0;
                if (Character.isSurrogatePair((char) unit, (char) next)) {
                    four(Character.toCodePoint((char) unit, (char) next));
                    i += 2;
                } else {
                    three(REPLACEMENT);
                }
            } else {
                three(unit);
            }
        }
        return i;
    }

    private void ascii(int unit) {
        byte[] replacement = escaping.replacement(unit);
        if (replacement.length == 0) {
            out.bytes[out.length++] = (byte) unit;
            return;
        }
        for (byte one : replacement) {
            out.bytes[out.length++] = one;
        }
    }

    private void three(int unit) {
        out.bytes[out.length++] = (byte) (0xe0 | unit >> 12);
        out.bytes[out.length++] = (byte) (0x80 | unit >> 6 & 0x3f);
        out.bytes[out.length++] = (byte) (0x80 | unit & 0x3f);
    }

    private void four(int point) {
        out.bytes[out.length++] = (byte) (0xf0 | point >> 18);
        out.bytes[out.length++] = (byte) (0x80 | point >> 12 & 0x3f);
        out.bytes[out.length++] = (byte) (0x80 | point >> 6 & 0x3f);
        out.bytes[out.length++] = (byte) (0x80 | point & 0x3f);
    }
}
