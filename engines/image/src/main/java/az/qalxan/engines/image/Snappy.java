package az.qalxan.engines.image;

/** Unpacks blocks of Snappy in their raw form. */
final class Snappy {

    private static final int LENGTH_BYTES_MAX = 5;

    private Snappy() {}

    /**
     * Unpacks one block.
     *
     * @return how many bytes it held, or -1 where it is damaged or larger than the room
     */
    static int unpack(byte[] packed, int count, byte[] into, int start, int room) {
        int at = 0;
        long told = 0;
        for (int i = 0; i < LENGTH_BYTES_MAX; i++) {
            if (at == count) {
                return -1;
            }
            int one = packed[at++] & 0xff;
            told |= (long) (one & 0x7f) << 7 * i;
            if (one < 0x80) {
                break;
            }
        }
        return told > room
                ? -1
                : new Copying(packed, at, count, into, start, start + (int) told).run();
    }

    /** One block on its way. */
    private static final class Copying {

        private final byte[] packed;
        private final int count;
        private final byte[] into;
        private final int start;
        private final int end;
        private int at;
        private int to;

        Copying(byte[] packed, int at, int count, byte[] into, int start, int end) {
            this.packed = packed;
            this.at = at;
            this.count = count;
            this.into = into;
            this.start = start;
            this.to = start;
            this.end = end;
        }

        int run() {
            while (at < count) {
                int tag = packed[at++] & 0xff;
                boolean good = (tag & 3) == 0 ? literal(tag >> 2) : copy(tag);
                if (!good) {
                    return -1;
                }
            }
            return to == end ? end - start : -1;
        }

        private boolean literal(int told) {
            long length = told + 1L;
            if (told >= 60) {
                int bytes = told - 59;
                if (at + bytes > count) {
                    return false;
                }
                length = 1 + number(bytes);
            }
            if (length > count - at || length > end - to) {
                return false;
            }
            System.arraycopy(packed, at, into, to, (int) length);
            at += (int) length;
            to += (int) length;
            return true;
        }

        private boolean copy(int tag) {
            int bytes = (tag & 3) == 3 ? 4 : tag & 3;
            if (at + bytes > count) {
                return false;
            }
            long back = number(bytes);
            int length = (tag >> 2) + 1;
            if (bytes == 1) {
                length = (tag >> 2 & 7) + 4;
                back |= (long) (tag >> 5) << 8;
            }
            return Overlap.copy(into, start, to, back, Math.min(length, end - to + 1))
                    && (to += length) <= end;
        }

        private long number(int bytes) {
            long value = 0;
            for (int i = 0; i < bytes; i++) {
                value |= (packed[at++] & 0xffL) << 8 * i;
            }
            return value;
        }
    }
}
