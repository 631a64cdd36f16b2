package az.qalxan.engines.detection;

/** Bytes of ASCII without regard to case. */
final class Ascii {

    private static final byte[] FOLDED = new byte[256];
    private static final byte[] HEX = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            FOLDED[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
            HEX[i] = (byte) (i > 127 ? -1 : Character.digit(i, 16));
        }
    }

    private Ascii() {}

    static byte fold(byte b) {
        return FOLDED[b & 0xff];
    }

    /** The number that a digit to the base of sixteen is; -1 where it is none. */
    static int hex(byte b) {
        return HEX[b & 0xff];
    }
}
