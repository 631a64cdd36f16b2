package az.qalxan.engines.evtx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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

    private final Block block;
    private final Templates templates = new Templates();
    private final EvtxRecord record = new EvtxRecord(templates, this::flawed);
    private final ChunkWalk walk = new ChunkWalk(this::gap);
    private final List<Damage> damages = new ArrayList<>();
    private @Nullable FileHeader header;
    private boolean leftovers;
    private long damageCount;
    private long chunks;
    private long skipped;

    private boolean truncated;
    private boolean ended;

    private EvtxReader(ReadableByteChannel channel) {
        this.block = new Block(channel);
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
        return block.end();
    }

    @Override
    public void close() throws IOException {
        block.close();
    }

    private void readHeader() throws IOException {
        block.fill(FileHeader.BLOCK_BYTES);
        if (block.filled() < FileHeader.BLOCK_BYTES || !FileHeader.begins(block.bytes())) {
            damage(
                    Damage.Kind.FILE_HEADER,
                    0,
                    block.filled(),
                    "the file does not begin as EVTX does");
            return;
        }
        header = FileHeader.of(block.bytes());
        if (!header.sound()) {
            damage(Damage.Kind.FILE_HEADER, 0, 128, "its checksum does not fit");
        }
        block.consume(FileHeader.BLOCK_BYTES);
    }

    private boolean nextChunk() throws IOException {
        block.next();
        if (block.filled() == 0) {
            end();
            return false;
        }
        templates.chunk(block.bytes());
        record.chunk(block.bytes(), block.offset());
        if (ChunkHeader.begins(block.bytes(), 0)) {
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

    private void beginChunk() {
        ChunkHeader chunk = ChunkHeader.of(block.bytes());
        Standing standing = standing();
        chunks++;
        long before = damageCount;
        if (chunk.checksummed() && !ChunkHeader.headerSound(block.bytes())) {
            damage(Damage.Kind.CHUNK_HEADER, block.offset(), 512, "its checksum does not fit");
        }
        int end = end(chunk);
        int limit = block.nextChunk(damageCount > before ? Long.BYTES : end);
        block.consume(limit);
        end = Math.min(end, limit);
        int from = Math.min(ChunkHeader.RECORDS_OFFSET, end);
        walk.begin(
                block.bytes(),
                new ChunkWalk.Extent(from, end, limit, standing),
                chunk.firstRecord());
    }

    /** A file that was closed well tells how many chunks it uses; further ones are older. */
    private Standing standing() {
        long place = (block.offset() - FileHeader.BLOCK_BYTES) / CHUNK_BYTES;
        boolean beyond =
                header != null
                        && header.sound()
                        && !header.dirty()
                        && header.countsAllChunks()
                        && place >= header.chunks();
        return beyond ? Standing.LEFTOVER : Standing.IN_PLACE;
    }

    /** Where the chunk's records end. */
    private int end(ChunkHeader chunk) {
        if (!chunk.endsWithin(CHUNK_BYTES)) {
            damage(Damage.Kind.CHUNK_HEADER, block.offset(), 512, "its records end outside of it");
            return block.filled();
        }
        if (chunk.freeOffset() > block.filled()) {
            truncated("the file ends within a chunk");
            return block.filled();
        }
        if (chunk.checksummed() && !chunk.recordsSound(block.bytes())) {
            damage(
                    Damage.Kind.CHUNK_RECORDS,
                    block.offset() + ChunkHeader.RECORDS_OFFSET,
                    chunk.freeOffset() - ChunkHeader.RECORDS_OFFSET,
                    "the checksum over its records does not fit");
        }
        return chunk.freeOffset();
    }

    /** A block without a chunk's signature: empty, or damaged, or a chunk begins later. */
    private void beginUnknown() {
        int limit = block.nextChunk(1);
        block.consume(limit);
        if (!block.empty(limit)) {
            damage(Damage.Kind.CHUNK_HEADER, block.offset(), limit, "no chunk begins here");
        }
        walk.begin(block.bytes(), new ChunkWalk.Extent(0, limit, limit, Standing.CARVED), 0);
    }

    /** In a block that is no chunk all is reported already. */
    private void gap(int at, int bytes, String why) {
        if (!ChunkHeader.begins(block.bytes(), 0)) {
            return;
        }
        damage(Damage.Kind.RECORD, block.offset() + at, bytes, why);
    }

    private void flawed(EvtxRecord flawed, Flaw flaw) {
        damage(
                Damage.Kind.EVENT,
                flawed.offset(),
                flawed.bytes(),
                flaw.why() + (flaw.at() == 0 ? "" : " (at " + (block.offset() + flaw.at()) + ")"));
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
