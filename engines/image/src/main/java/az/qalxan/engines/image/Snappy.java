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
    static int unpack(Slice packed, Room into) {
        int at = packed.at();
        int end = at + packed.count();
        long told = 0;
        for (int i = 0; i < LENGTH_BYTES_MAX; i++) {
            if (at == end) {
                return -1;
            }
            int one = packed.bytes()[at++] & 0xff;
            told |= (long) (one & 0x7f) << 7 * i;
            if (one < 0x80) {
                break;
            }
        }
        if (told > into.size()) {
            return -1;
        }
        Slice rest = new Slice(packed.bytes(), at, end - at);
        return new Copying(rest, new Room(into.bytes(), into.at(), (int) told)).run();
    }

    /** One block on its way. */
    private static final class Copying {

        private final byte[] packed;
        private final int count;
        private final Room room;
        private int at;
        private int to;

        Copying(Slice packed, Room room) {
            this.packed = packed.bytes();
            this.at = packed.at();
            this.count = packed.at() + packed.count();
            this.room = room;
            this.to = room.at();
        }

        int run() {
            while (at < count) {
                int tag = packed[at++] & 0xff;
                boolean good = (tag & 3) == 0 ? literal(tag >> 2) : copy(tag);
                if (!good) {
                    return -1;
                }
            }
            return to == room.end() ? room.size() : -1;
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
            if (length > count - at || length > room.end() - to) {
                return false;
            }
            System.arraycopy(packed, at, room.bytes(), to, (int) length);
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
            boolean fits = room.repeat(to, back, length);
            to += length;
            return fits;
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
