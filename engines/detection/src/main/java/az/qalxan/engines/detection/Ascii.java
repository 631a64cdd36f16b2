package az.qalxan.engines.detection;

/** Bytes of ASCII without regard to case. */
final class Ascii {

    private static final byte[] FOLDED = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            FOLDED[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
    }

    private Ascii() {}

    static byte fold(byte b) {
        return FOLDED[b & 0xff];
    }
}
