package az.qalxan.engines.detection;

/**
 * An IP address of version 4 or 6, read from bytes and used again for the next. One of version 4
 * that is written as one of version 6 ({@code ::ffff:192.0.2.1}) is one of version 4.
 */
public final class Address {

    static final int FOUR_MAX = 15;
    static final int SIX_MAX = 45;

    static final long MAPPED = 0xffff_0000_0000L;

    private boolean six;
    private boolean mapped;
    private long high;
    private long low;

    private final int[] groups = new int[8];

    public boolean isSix() {
        return six;
    }

    /** Whether it was written as one of version 6, even if it is one of version 4. */
    boolean isWrittenAsSix() {
        return six || mapped;
    }

    /** The first 64 bits of an address of version 6. */
    public long high() {
        return high;
    }

    /** The last 64 bits, or the 32 of an address of version 4. */
    public long low() {
        return low;
    }

    /** So many ones before noughts, of 64 bits. */
    public static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= 64 ? -1 : -1L << (64 - bits);
    }

    /** Whether the bytes are an address; then it is this. */
    public boolean read(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            if (bytes[i] == ':') {
                return readSix(bytes, from, until);
            }
        }
        return readFour(bytes, from, until);
    }

    public boolean readFour(byte[] bytes, int from, int until) {
        if (until - from > FOUR_MAX) {
            return false;
        }
        long address = 0;
        int at = from;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && (at >= until || bytes[at++] != '.')) {
                return false;
            }
            int begin = at;
            int number = 0;
            while (at < until && at < begin + 3 && isDigit(bytes[at])) {
                number = number * 10 + bytes[at++] - '0';
            }
            if (at == begin || number > 255) {
                return false;
            }
            address = address << 8 | number;
        }
        six = false;
        mapped = false;
        high = 0;
        low = address;
        return at == until;
    }

    /** Eight groups of four digits; one gap stands for groups of nought (RFC 4291, 2.2). */
    public boolean readSix(byte[] bytes, int from, int until) {
        if (until - from > SIX_MAX || until - from < 2) {
            return false;
        }
        int count = 0;
        int gap = -1;
        int at = from;
        if (bytes[at] == ':') {
            if (bytes[at + 1] != ':') {
                return false;
            }
            gap = 0;
            at += 2;
        }
        while (at < until) {
            int end = groupEnd(bytes, at, until);
            if (end < until && bytes[end] == '.') {
                if (count > 6 || !readFour(bytes, at, until)) {
                    return false;
                }
                groups[count++] = (int) (low >>> 16);
                groups[count++] = (int) (low & 0xffff);
                break;
            }
            if (end == at || end - at > 4 || count == 8) {
                return false;
            }
            groups[count++] = number(bytes, at, end);
            at = end;
            if (at == until) {
                break;
            }
            if (bytes[at] != ':' || ++at == until) {
                return false;
            }
            if (bytes[at] == ':') {
                if (gap >= 0) {
                    return false;
                }
                gap = count;
                at++;
            }
        }
        return whole(count, gap);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int groupEnd(byte[] bytes, int from, int until) {
        int end = from;
        while (end < until && Ascii.hex(bytes[end]) >= 0) {
            end++;
        }
        return end;
    }

    private static int number(byte[] bytes, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            number = number << 4 | Ascii.hex(bytes[i]);
        }
        return number;
    }

    private boolean whole(int count, int gap) {
        if (gap < 0 ? count != 8 : count > 7) {
            return false;
        }
        long[] halves = new long[2];
        for (int i = 0; i < count; i++) {
            int place = gap >= 0 && i >= gap ? 8 - count + i : i;
            halves[place / 4] |= (long) groups[i] << (48 - place % 4 * 16);
        }
        six = true;
        mapped = false;
        high = halves[0];
        low = halves[1];
        if (high == 0 && (low & ~0xffff_ffffL) == MAPPED) {
            six = false;
            mapped = true;
            low &= 0xffff_ffffL;
        }
        return true;
    }

    /**
     * The first bits of it as text, as RFC 5952 wants it; with their number unless they are all.
     */
    public String shown(int bits) {
        if (!six) {
            long kept = low & mask(bits + 32);
            String four =
                    "%d.%d.%d.%d"
                            .formatted(
                                    kept >>> 24, kept >>> 16 & 255, kept >>> 8 & 255, kept & 255);
            return bits == 32 ? four : four + "/" + bits;
        }
        int[] parts = new int[8];
        for (int i = 0; i < 8; i++) {
            long half = i < 4 ? high & mask(bits) : low & mask(bits - 64);
            parts[i] = (int) (half >>> (48 - i % 4 * 16) & 0xffff);
        }
        return bits == 128 ? joined(parts) : joined(parts) + "/" + bits;
    }

    private static String joined(int[] parts) {
        int best = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && parts[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                best = i;
                longest = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(parts[i]));
            }
        }
        return text.toString();
    }
}
