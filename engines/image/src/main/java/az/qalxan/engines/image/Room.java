package az.qalxan.engines.image;

/** A part of an array, to be filled. */
record Room(byte[] bytes, int at, int size) {

    int end() {
        return at + size;
    }

    /**
     * Copies what stands so many bytes back to this place; what is copied may be repeated at once,
     * as packers mean it.
     *
     * @return false where it would reach before the room or beyond it
     */
    boolean repeat(int to, long back, long length) {
        if (back <= 0 || back > to - at || length > end() - to) {
            return false;
        }
        int from = to - (int) back;
        if (back >= length) {
            System.arraycopy(bytes, from, bytes, to, (int) length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[to + i] = bytes[from + i];
            }
        }
        return true;
    }
}
