package az.qalxan.engines.evtx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** The part of a file that is in memory: as long as a chunk, zeros behind the file's end. */
final class Block implements AutoCloseable {

    private final ReadableByteChannel channel;
    private final byte[] bytes = new byte[ChunkHeader.CHUNK_BYTES];

    /** Where the block lies in the file, and how much of it is filled. */
    private long offset;

    private int filled;

    /** How much of the block has been dealt with. */
    private int consumed;

    Block(ReadableByteChannel channel) {
        this.channel = channel;
    }

    byte[] bytes() {
        return bytes;
    }

    long offset() {
        return offset;
    }

    int filled() {
        return filled;
    }

    /** Where in the file the block ends. */
    long end() {
        return offset + filled;
    }

    /** Says that so much need not be seen again. */
    void consume(int count) {
        consumed = count;
    }

    /** Moves on behind what was consumed; otherwise all of it counts as consumed next time. */
    void next() throws IOException {
        System.arraycopy(bytes, consumed, bytes, 0, filled - consumed);
        offset += consumed;
        filled -= consumed;
        fill(bytes.length);
        consumed = filled;
        Arrays.fill(bytes, filled, bytes.length, (byte) 0);
    }

    /** Fills the block up to so many bytes, or to the end of the file. */
    void fill(int wanted) throws IOException {
        ByteBuffer free = ByteBuffer.wrap(bytes, filled, wanted - filled);
        while (free.hasRemaining() && channel.read(free) >= 0) {
            // goes on until the channel has given what is wanted or has ended
        }
        filled = free.position();
    }

    /** Where in the block the next chunk begins; the block's end when none does. */
    int nextChunk(int from) {
        for (int at = from; at <= filled - Long.BYTES; at++) {
            if (ChunkHeader.begins(bytes, at)) {
                return at;
            }
        }
        return filled;
    }

    /** Whether there is nothing but zeros up to there. */
    boolean empty(int until) {
        for (int i = 0; i < until; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
