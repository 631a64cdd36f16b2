package az.qalxan.engines.image;

/** Unpacks blocks of LZ4 without frame. */
final class Lz4 {

    private static final int MATCH_MIN = 4;

    private final byte[] packed;
    private final int count;
    private int at;

    private Lz4(Slice packed) {
        this.packed = packed.bytes();
        this.at = packed.at();
        this.count = packed.at() + packed.count();
    }

    /**
     * Unpacks one block.
     *
     * @return how many bytes it held, or -1 where it is damaged or larger than the room
     */
    static int unpack(Slice packed, Room into) {
        return new Lz4(packed).run(into);
    }

    private int run(Room room) {
        int to = room.at();
        while (at < count) {
            int token = packed[at++] & 0xff;
            long literals = length(token >> 4);
            if (literals < 0 || literals > count - at || literals > room.end() - to) {
                return -1;
            }
            System.arraycopy(packed, at, room.bytes(), to, (int) literals);
            at += (int) literals;
            to += (int) literals;
            if (at == count) {
                return to - room.at();
            }
            if (at + 2 > count) {
                return -1;
            }
            int back = packed[at++] & 0xff | (packed[at++] & 0xff) << 8;
            long match = length(token & 15);
            if (match < 0 || !room.repeat(to, back, match + MATCH_MIN)) {
                return -1;
            }
            to += (int) match + MATCH_MIN;
        }
        return -1;
    }

    /** A length whose fifteenth step goes on in further bytes; -1 where they end. */
    private long length(int told) {
        long length = told;
        int more = told == 15 ? 255 : 0;
        while (more == 255) {
            if (at == count) {
                return -1;
            }
            more = packed[at++] & 0xff;
            length += more;
        }
        return length;
    }
}
