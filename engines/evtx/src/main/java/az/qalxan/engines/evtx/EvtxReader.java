package az.qalxan.engines.evtx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an EVTX file from its beginning to its end, chunk by chunk, with the memory of one chunk.
 * Whatever the bytes are, it gives the records that can be found and tells the damages. For one
 * thread at a time.
 */
public final class EvtxReader implements AutoCloseable {

    /** How many damages are kept one by one; beyond that they are counted. */
    public static final int DAMAGES_MAX = 10_000;

    private static final int CHUNK_BYTES = ChunkHeader.CHUNK_BYTES;

    private final ReadableByteChannel channel;
    private final byte[] block = new byte[CHUNK_BYTES];
    private final Templates templates = new Templates();
    private final EvtxRecord record = new EvtxRecord(templates, this::flawed);
    private final ChunkWalk walk = new ChunkWalk(this::gap);
    private final List<Damage> damages = new ArrayList<>();
    private @Nullable FileHeader header;
    private boolean leftovers;
    private long damageCount;
    private long chunks;
    private long skipped;

    /** Where the block lies in the file, and how much of it is filled. */
    private long blockOffset;

    private int filled;

    /** How much of the block has been dealt with. */
    private int consumed;

    private boolean truncated;
    private boolean ended;

    private EvtxReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** Opens a file. */
    public static EvtxReader open(Path file) throws IOException {
        return of(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** Reads what a channel gives, from where it stands; closes it at the end. */
    public static EvtxReader of(ReadableByteChannel channel) throws IOException {
        EvtxReader reader = new EvtxReader(channel);
        reader.readHeader();
        return reader;
    }

    /** Gives the leftovers behind the ends of chunks too. */
    public EvtxReader withLeftovers() {
        leftovers = true;
        return this;
    }

    /**
     * Cuts nothing in JSON: seconds to their seventh digit, blanks at the end of a text. Without
     * this, JSON has six digits and no such blanks, as other programs write it.
     */
    public EvtxReader exactly() {
        record.exactly();
        return this;
    }

    /** What the file says of itself; nothing when its header is missing. */
    public Optional<FileHeader> header() {
        return Optional.ofNullable(header);
    }

    /** Steps to the next record; tells whether there is one. */
    public boolean next() throws IOException {
        while (true) {
            while (walk.step()) {
                if (walk.standing != Standing.LEFTOVER || leftovers) {
                    record.stand(walk);
                    return true;
                }
                skipped++;
            }
            if (!nextChunk()) {
                return false;
            }
        }
    }

    /** The record after a step that found one. */
    public EvtxRecord record() {
        return record;
    }

    /** The damages found so far, in the order of the file except for those of events. */
    public List<Damage> damages() {
        return List.copyOf(damages);
    }

    /** How many damages were found so far, kept or not. */
    public long damageCount() {
        return damageCount;
    }

    /** How many chunks were read so far. */
    public long chunks() {
        return chunks;
    }

    /** How many leftovers were passed over so far. */
    public long leftoversSkipped() {
        return skipped;
    }

    /** How much of the file was read so far. */
    public long bytesRead() {
        return blockOffset + filled;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void readHeader() throws IOException {
        fill(FileHeader.BLOCK_BYTES);
        if (filled < FileHeader.BLOCK_BYTES || !FileHeader.begins(block)) {
            damage(Damage.Kind.FILE_HEADER, 0, filled, "the file does not begin as EVTX does");
            return;
        }
        header = FileHeader.of(block);
        if (!header.sound()) {
            damage(Damage.Kind.FILE_HEADER, 0, 128, "its checksum does not fit");
        }
        consumed = FileHeader.BLOCK_BYTES;
    }

    private boolean nextChunk() throws IOException {
        load();
        if (filled == 0) {
            end();
            return false;
        }
        if (ChunkHeader.begins(block, 0)) {
            beginChunk();
        } else {
            beginUnknown();
        }
        return true;
    }

    private void end() {
        if (!ended && header != null && !truncated) {
            long wanted = FileHeader.BLOCK_BYTES + (long) header.chunks() * CHUNK_BYTES;
            if (bytesRead() < wanted) {
                truncated("the file counts " + header.chunks() + " chunks, which is longer");
            }
        }
        ended = true;
    }

    private void truncated(String why) {
        truncated = true;
        damage(Damage.Kind.TRUNCATED, bytesRead(), 0, why);
    }

    private void load() throws IOException {
        drop(consumed);
        fill(CHUNK_BYTES);
        consumed = filled;
        Arrays.fill(block, filled, CHUNK_BYTES, (byte) 0);
        templates.chunk(block);
        record.chunk(block, blockOffset);
    }

    private void beginChunk() {
        ChunkHeader chunk = ChunkHeader.of(block);
        Standing standing = standing();
        chunks++;
        long before = damageCount;
        if (chunk.checksummed() && !ChunkHeader.headerSound(block)) {
            damage(Damage.Kind.CHUNK_HEADER, blockOffset, 512, "its checksum does not fit");
        }
        int end = end(chunk);
        consumed = nextSignature(damageCount > before ? Long.BYTES : end);
        end = Math.min(end, consumed);
        int from = Math.min(ChunkHeader.RECORDS_OFFSET, end);
        walk.begin(block, new ChunkWalk.Extent(from, end, consumed, standing));
    }

    /** A file that was closed well tells how many chunks it uses; further ones are older. */
    private Standing standing() {
        boolean beyond =
                header != null
                        && header.sound()
                        && !header.dirty()
                        && chunks >= header.chunks()
                        && header.chunks() > 0;
        return beyond ? Standing.LEFTOVER : Standing.IN_PLACE;
    }

    /** Where the chunk's records end. */
    private int end(ChunkHeader chunk) {
        if (!chunk.endsWithin(CHUNK_BYTES)) {
            damage(Damage.Kind.CHUNK_HEADER, blockOffset, 512, "its records end outside of it");
            return filled;
        }
        if (chunk.freeOffset() > filled) {
            truncated("the file ends within a chunk");
            return filled;
        }
        if (chunk.checksummed() && !chunk.recordsSound(block)) {
            damage(
                    Damage.Kind.CHUNK_RECORDS,
                    blockOffset + ChunkHeader.RECORDS_OFFSET,
                    chunk.freeOffset() - ChunkHeader.RECORDS_OFFSET,
                    "the checksum over its records does not fit");
        }
        return chunk.freeOffset();
    }

    /** A block without a chunk's signature: empty, or damaged, or a chunk begins later. */
    private void beginUnknown() {
        consumed = nextSignature(1);
        if (!empty(consumed)) {
            damage(Damage.Kind.CHUNK_HEADER, blockOffset, consumed, "no chunk begins here");
        }
        walk.begin(block, new ChunkWalk.Extent(0, consumed, consumed, Standing.CARVED));
    }

    /** Where in the block the next chunk begins; the block's end when none does. */
    private int nextSignature(int from) {
        for (int at = from; at <= filled - Long.BYTES; at++) {
            if (ChunkHeader.begins(block, at)) {
                return at;
            }
        }
        return filled;
    }

    private boolean empty(int until) {
        for (int i = 0; i < until; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Fills the block up to so many bytes, or to the end of the file. */
    private void fill(int wanted) throws IOException {
        ByteBuffer free = ByteBuffer.wrap(block, filled, wanted - filled);
        while (free.hasRemaining() && channel.read(free) >= 0) {
            // goes on until the channel has given what is wanted or has ended
        }
        filled = free.position();
    }

    private void drop(int count) {
        System.arraycopy(block, count, block, 0, filled - count);
        filled -= count;
        blockOffset += count;
    }

    /** In a block that is no chunk all is reported already. */
    private void gap(int at, int bytes, String why) {
        if (!ChunkHeader.begins(block, 0)) {
            return;
        }
        damage(Damage.Kind.RECORD, blockOffset + at, bytes, why);
    }

    private void flawed(EvtxRecord flawed, Flaw flaw) {
        damage(
                Damage.Kind.EVENT,
                flawed.offset(),
                flawed.bytes(),
                flaw.why() + (flaw.at() == 0 ? "" : " (at " + (blockOffset + flaw.at()) + ")"));
    }

    private void damage(Damage.Kind kind, long offset, long bytes, String why) {
        Damage found = new Damage(kind, offset, bytes, why);
        if (!damages.isEmpty() && found.continues(damages.getLast())) {
            Damage begun = damages.removeLast();
            damages.add(new Damage(kind, begun.offset(), begun.bytes() + bytes, why));
            return;
        }
        damageCount++;
        if (damages.size() < DAMAGES_MAX) {
            damages.add(found);
        }
    }
}
