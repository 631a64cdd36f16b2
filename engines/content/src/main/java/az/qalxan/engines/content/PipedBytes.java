package az.qalxan.engines.content;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes that another process reads for this one, a stretch at a time. */
final class PipedBytes implements SeekableByteChannel {

    private static final int STRETCH = 1 << 18;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final long size;
    private long position;
    private long heldAt;
    private byte[] held = new byte[0];

    PipedBytes(DataInputStream in, DataOutputStream out, long size) {
        this.in = in;
        this.out = out;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        if (position < heldAt || position >= heldAt + held.length) {
            fetch();
        }
        int from = (int) (position - heldAt);
        int length = Math.min(into.remaining(), held.length - from);
        into.put(held, from, length);
        position += length;
        return length;
    }

    private void fetch() throws IOException {
        int wanted = (int) Math.min(STRETCH, size - position);
        out.writeByte(Wire.BYTES);
        out.writeLong(position);
        out.writeInt(wanted);
        out.flush();
        byte[] bytes = new byte[wanted];
        in.readFully(bytes);
        held = bytes;
        heldAt = position;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
