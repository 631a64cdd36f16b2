package az.qalxan.engines.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates bounded zlib streams, one after another. For one thread. */
final class Inflation implements AutoCloseable {

    private final Inflater inflater = new Inflater();
    private final Inflater bare = new Inflater(true);

    /**
     * Inflates one stream into the room given.
     *
     * @return how many bytes it held, or -1 where it is damaged, cut or larger than the room
     */
    int inflate(byte[] packed, int from, int count, byte[] into, int at, int room) {
        inflater.reset();
        inflater.setInput(packed, from, count);
        return run(inflater, into, at, room);
    }

    /** The same for a stream without the zlib frame. */
    int bare(byte[] packed, byte[] into, int at, int room) {
        bare.reset();
        bare.setInput(packed);
        return run(bare, into, at, room);
    }

    private static int run(Inflater inflater, byte[] into, int at, int room) {
        int all = 0;
        try {
            while (!inflater.finished()) {
                int got =
                        all < room
                                ? inflater.inflate(into, at + all, room - all)
                                : inflater.inflate(new byte[1]);
                boolean full = all == room && got > 0;
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
    static Optional<byte[]> whole(byte[] packed, int from, int most) {
        byte[] room = new byte[most];
        try (Inflation inflation = new Inflation()) {
            int count = inflation.inflate(packed, from, packed.length - from, room, 0, most);
            return count < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(room, count));
        }
    }

    @Override
    public void close() {
        inflater.end();
        bare.end();
    }
}
