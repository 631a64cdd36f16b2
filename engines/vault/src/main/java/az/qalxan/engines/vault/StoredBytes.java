package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a stored file, each piece authenticated before a byte of it is given. */
final class StoredBytes implements SeekableByteChannel {

    private final FileKey key;
    private final FileKey.Pieces pieces;
    private final VaultFiles.Body body;
    private final long length;
    private final byte[] open;
    private long pieceRead = -1;
    private long position;
    private boolean isOpen = true;

    StoredBytes(Seal seal, VaultFiles.Body body) {
        this.key = seal.key();
        this.pieces = key.new Pieces();
        this.body = body;
        this.length = seal.digests().length();
        this.open = new byte[key.chunkBytes()];
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!isOpen) {
            throw new ClosedChannelException();
        }
        if (position >= length) {
            return -1;
        }
        ByteRange range = key.piece(position, length);
        if (range.from() != pieceRead) {
            pieceRead = -1;
            if (!pieces.read(body, range, open).isEmpty()) {
                throw new DamagedBytes(range);
            }
            pieceRead = range.from();
        }
        int from = (int) (position - range.from());
        int count = (int) Math.min(into.remaining(), range.length() - from);
        into.put(open, from, count);
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long next) {
        if (next < 0) {
            throw new IllegalArgumentException("position " + next);
        }
        position = next;
        return this;
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        body.close();
    }
}
