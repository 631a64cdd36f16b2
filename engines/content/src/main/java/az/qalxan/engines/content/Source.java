package az.qalxan.engines.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The bytes of a part, to be read at any place. */
final class Source {

    private static final int PIECE = 1 << 16;

    private final SeekableByteChannel channel;
    private final long size;

    private Source(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static Source of(SeekableByteChannel channel) throws IOException {
        return new Source(channel);
    }

    static Source of(byte[] bytes) throws IOException {
        return new Source(new SeekableInMemoryByteChannel(bytes));
    }

    long size() {
        return size;
    }

    /** The channel at its beginning; closing it is not the caller's to do. */
    SeekableByteChannel channel() throws IOException {
        channel.position(0);
        return new Unclosed(channel);
    }

    InputStream stream() throws IOException {
        return Channels.newInputStream(channel());
    }

    /** Up to so many bytes from a place on; fewer only at the end. */
    byte[] read(long position, int length) throws IOException {
        if (position < 0 || position >= size || length <= 0) {
            return new byte[0];
        }
        byte[] bytes = new byte[(int) Math.min(length, size - position)];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        channel.position(position);
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                return java.util.Arrays.copyOf(bytes, into.position());
            }
        }
        return bytes;
    }

    /** Every byte, unless there are more. */
    byte[] all(int max) throws IOException {
        if (size > max) {
            throw new LimitReached(Flaw.TOO_LARGE);
        }
        return read(0, (int) size);
    }

    /** What a stream of a member gives, within every limit. */
    static byte[] drain(InputStream from, long packed, Reading reading) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
            reading.budget().unpack(n);
            all.write(piece, 0, n);
            if (all.size() > reading.limits().memberBytes()) {
                throw new LimitReached(Flaw.TOO_LARGE);
            }
            if (packed > 0
                    && all.size() > 1_000_000
                    && all.size() / packed > reading.limits().ratio()) {
                throw new LimitReached(Flaw.TOO_DENSE);
            }
        }
        return all.toByteArray();
    }

    /** A channel whose close leaves the bytes open for the next reader. */
    private record Unclosed(SeekableByteChannel channel) implements SeekableByteChannel {

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long to) throws IOException {
            channel.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long to) throws IOException {
            throw new java.nio.channels.NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {}
    }
}
