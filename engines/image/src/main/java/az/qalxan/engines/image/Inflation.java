package az.qalxan.engines.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates bounded zlib streams, one after another. For one thread. */
final class Inflation implements AutoCloseable {

    private final Inflater inflater = new Inflater();
    private final Inflater bare = new Inflater(true);
    private byte[] scratch = {};

    /** Bytes to read packed ones into, used again for every block. */
    byte[] scratch(int bytes) {
        if (scratch.length < bytes) {
            scratch = new byte[bytes];
        }
        return scratch;
    }

    /**
     * Inflates one stream into the room given.
     *
     * @return how many bytes it held, or -1 where it is damaged, cut or larger than the room
     */
    int inflate(Slice packed, Room into) {
        return run(inflater, packed, into);
    }

    /** The same for a stream without the zlib frame. */
    int bare(Slice packed, Room into) {
        return run(bare, packed, into);
    }

    private static int run(Inflater inflater, Slice packed, Room into) {
        inflater.reset();
        inflater.setInput(packed.bytes(), packed.at(), packed.count());
        int all = 0;
        try {
            while (!inflater.finished()) {
                int got =
                        all < into.size()
                                ? inflater.inflate(into.bytes(), into.at() + all, into.size() - all)
                                : inflater.inflate(new byte[1]);
                boolean full = all == into.size() && got > 0;
                if (full || got == 0 && !inflater.finished()) {
                    return -1;
                }
                all += got;
            }
            return all;
        } catch (DataFormatException e) {
            return -1;
        }
    }

    /** The whole of a stream that holds at most so many bytes. */
    static Optional<byte[]> whole(byte[] packed, int most) {
        byte[] room = new byte[most];
        try (Inflation inflation = new Inflation()) {
            int count = inflation.inflate(Slice.of(packed), new Room(room, 0, most));
            return count < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(room, count));
        }
    }

    @Override
    public void close() {
        inflater.end();
        bare.end();
    }
}
