package az.qalxan.engines.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of an image's media, to be read only. What is lost reads as zeros; {@link #losses}
 * tells which of the bytes read so far that is true of.
 */
public final class MediaChannel implements SeekableByteChannel {

    /** Ranges beyond these are joined to the last one. */
    public static final int LOSSES_MAX = 10_000;

    private static final int KEPT_BYTES = 8 << 20;

    /** Reads a block of the media anywhere. */
    interface Blocks {

        int blockBytes();

        long mediaBytes();

        /** The block of that number, filled; lost parts are marked by chunks. */
        Block read(long number) throws IOException;

        /** What part of the media a chunk of a block stands for. */
        MediaRange range(Block block, int chunk);
    }

    private final Blocks blocks;
    private final Map<Long, Block> kept;
    private final List<MediaRange> losses = new ArrayList<>();
    private long position;
    private boolean closed;

    MediaChannel(Blocks blocks) {
        this.blocks = blocks;
        int most = Math.max(2, KEPT_BYTES / blocks.blockBytes());
        this.kept =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Long, Block> eldest) {
                        return size() > most;
                    }
                };
    }

    /** What was read as zeros because it is lost, in the order of reading. */
    public synchronized List<MediaRange> losses() {
        return List.copyOf(losses);
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        open();
        if (position >= blocks.mediaBytes()) {
            return -1;
        }
        int all = 0;
        while (into.hasRemaining() && position < blocks.mediaBytes()) {
            long number = position / blocks.blockBytes();
            int from = (int) (position % blocks.blockBytes());
            Block block = block(number);
            int count = Math.min(into.remaining(), block.length - from);
            into.put(block.bytes, from, count);
            tell(block, new MediaRange(position, count));
            position += count;
            all += count;
        }
        return all;
    }

    private Block block(long number) throws IOException {
        Block block = kept.get(number);
        if (block == null) {
            block = blocks.read(number);
            kept.put(number, block);
        }
        return block;
    }

    private void tell(Block block, MediaRange read) {
        for (int i = block.lost.nextSetBit(0); i >= 0; i = block.lost.nextSetBit(i + 1)) {
            MediaRange lost = blocks.range(block, i);
            long from = Math.max(lost.offset(), read.offset());
            long to = Math.min(lost.end(), read.end());
            if (from < to) {
                lose(new MediaRange(from, to - from));
            }
        }
    }

    private void lose(MediaRange range) {
        MediaRange last = losses.isEmpty() ? MediaRange.NONE : losses.getLast();
        boolean follows = !losses.isEmpty() && last.end() == range.offset();
        if (follows || losses.size() == LOSSES_MAX) {
            long from = Math.min(last.offset(), range.offset());
            long to = Math.max(last.end(), range.end());
            losses.set(losses.size() - 1, new MediaRange(from, to - from));
        } else {
            losses.add(range);
        }
    }

    private void open() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public synchronized long position() throws IOException {
        open();
        return position;
    }

    @Override
    public synchronized MediaChannel position(long at) throws IOException {
        open();
        if (at < 0) {
            throw new IllegalArgumentException("a position is not negative: " + at);
        }
        position = at;
        return this;
    }

    @Override
    public long size() throws IOException {
        open();
        return blocks.mediaBytes();
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
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
