package az.qalxan.engines.image;

/** Copies within one array as packers mean it: what is copied may be repeated at once. */
final class Overlap {

    private Overlap() {}

    /**
     * Copies from so many bytes back.
     *
     * @return false where it would reach before the start or beyond the array
     */
    static boolean copy(byte[] bytes, int start, int to, long back, int length) {
        if (back <= 0 || back > to - start || length > bytes.length - to) {
            return false;
        }
        int from = to - (int) back;
        if (back >= length) {
            System.arraycopy(bytes, from, bytes, to, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[to + i] = bytes[from + i];
            }
        }
        return true;
    }
}
