package az.qalxan.engines.detection.indicator;

/** Bytes by what they can be part of. */
final class Letters {

    /** Letters, digits, hyphens, underscores, points, and everything beyond ASCII. */
    private static final int NAME = 1;

    private static final int HEX = 2;
    private static final int DIGIT = 4;

    /** Letters and digits of ASCII: where one stands beside a value, the value goes on. */
    private static final int WORD = 8;

    /** What stands before the @ of most mail addresses. */
    private static final int BOX = 16;

    /** What may stand there besides (RFC 5322, 3.2.3). */
    private static final int RARE_BOX = 32;

    /** What no URL holds as it is. */
    private static final int URL_END = 64;

    private static final byte[] CLASSES = new byte[256];
    private static final byte[] LOWER = new byte[256];
    private static final byte[] HEX_VALUES = new byte[256];

    static {
        for (int b = 0; b < 256; b++) {
            boolean upper = b >= 'A' && b <= 'Z';
            boolean digit = b >= '0' && b <= '9';
            boolean word = upper || digit || (b >= 'a' && b <= 'z');
            boolean beyond = b > 127;
            LOWER[b] = (byte) (upper ? b + 32 : b);
            int hex = beyond ? -1 : Character.digit(b, 16);
            HEX_VALUES[b] = (byte) hex;
            mark(b, NAME, word || beyond || ".-_".indexOf(b) >= 0);
            mark(b, HEX, hex >= 0);
            mark(b, DIGIT, digit);
            mark(b, WORD, word);
            mark(b, BOX, word || beyond || "._%+-".indexOf(b) >= 0);
            mark(b, RARE_BOX, "!#$&'*/=?^`{|}~".indexOf(b) >= 0);
            mark(b, URL_END, b <= ' ' || b == 127 || "\"<>\\^`{|}".indexOf(b) >= 0);
        }
    }

    private Letters() {}

    private static void mark(int letter, int what, boolean set) {
        CLASSES[letter] |= (byte) (set ? what : 0);
    }

    private static boolean is(byte b, int what) {
        return (CLASSES[b & 0xff] & what) != 0;
    }

    static boolean isName(byte b) {
        return is(b, NAME);
    }

    static boolean isHex(byte b) {
        return is(b, HEX);
    }

    static boolean isDigit(byte b) {
        return is(b, DIGIT);
    }

    static boolean isWord(byte b) {
        return is(b, WORD);
    }

    static boolean isBox(byte b) {
        return is(b, BOX);
    }

    static boolean isAnyBox(byte b) {
        return is(b, BOX | RARE_BOX);
    }

    static boolean endsUrl(byte b) {
        return is(b, URL_END);
    }

    static byte lower(byte b) {
        return LOWER[b & 0xff];
    }

    static int hex(byte b) {
        return HEX_VALUES[b & 0xff];
    }
}
