package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads chunks: neighbours at one stroke, each checked by its own checksum. */
final class ChunkReader {

    /** The checksum behind a chunk that is stored as it is. */
    static final int SUM_BYTES = 4;

    private final EwfVolume volume;
    private final ChunkIndex index;
    private final ChunkPlaces places;

    ChunkReader(EwfVolume volume, ChunkIndex index, ChunkPlaces places) {
        this.volume = volume;
        this.index = index;
        this.places = places;
    }

    EwfVolume volume() {
        return volume;
    }

    ChunkIndex index() {
        return index;
    }

    /** Where a chunk is said to lie; nothing where no table leads to it. */
    Optional<ChunkPlaces.Stored> stored(long chunk) throws IOException {
        Optional<ChunkIndex.Found> found = index.find(chunk);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        places.find(found.get().group().tables().getFirst(), found.get().at()));
    }

    void fill(Block block, Inflation inflation) throws IOException {
        List<ChunkPlaces.Stored> run = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < block.chunks; i++) {
            Optional<ChunkPlaces.Stored> stored = stored(block.firstChunk + i);
            if (stored.isEmpty() || !run.isEmpty() && !follows(run.getLast(), stored.get())) {
                fill(block, from, run, inflation);
                run.clear();
                from = i;
            }
            if (stored.isPresent()) {
                run.add(stored.get());
            } else {
                lose(block, i);
                from = i + 1;
            }
        }
        fill(block, from, run, inflation);
        block.length =
                (int)
                        Math.min(
                                (long) block.chunks * volume.chunkBytes(),
                                volume.mediaBytes() - block.firstChunk * volume.chunkBytes());
    }

    private static boolean follows(ChunkPlaces.Stored one, ChunkPlaces.Stored next) {
        return one.part() == next.part() && one.offset() + one.bytes() == next.offset();
    }

    private void fill(Block block, int from, List<ChunkPlaces.Stored> run, Inflation inflation)
            throws IOException {
        if (run.isEmpty()) {
            return;
        }
        long start = run.getFirst().offset();
        int bytes = Math.toIntExact(run.getLast().offset() + run.getLast().bytes() - start);
        byte[] raw = inflation.scratch(bytes);
        int read = run.getFirst().part().read(start, raw, bytes);
        for (int i = 0; i < run.size(); i++) {
            ChunkPlaces.Stored one = run.get(i);
            int at = (int) (one.offset() - start);
            int there = Math.clamp(read - at, 0, one.bytes());
            if (!take(
                    block, from + i, new Raw(new Slice(raw, at, there), one.packed()), inflation)) {
                rescue(block, from + i, inflation);
            }
        }
    }

    private record Raw(Slice slice, boolean packed) {}

    private boolean take(Block block, int at, Raw raw, Inflation inflation) {
        long chunk = block.firstChunk + at;
        int into = at * volume.chunkBytes();
        int got =
                raw.packed()
                        ? inflation.inflate(
                                raw.slice(), new Room(block.bytes, into, volume.chunkBytes()))
                        : copied(raw.slice(), block.bytes, into);
        int expected = volume.expected(chunk);
        if (got < expected) {
            return false;
        }
        if (chunk == volume.chunks() - 1 && got > expected) {
            block.beyond = Arrays.copyOfRange(block.bytes, into + expected, into + got);
        }
        return true;
    }

    private static int copied(Slice raw, byte[] into, int at) {
        int count = raw.count() - SUM_BYTES;
        if (count <= 0) {
            return -1;
        }
        byte[] bytes = raw.bytes();
        java.util.zip.Adler32 sum = new java.util.zip.Adler32();
        sum.update(bytes, raw.at(), count);
        if (sum.getValue() != new Fields(bytes).word(raw.at() + count)) {
            return -1;
        }
        System.arraycopy(bytes, raw.at(), into, at, count);
        return count;
    }

    /**
     * Of damaged tables tries what both of them say, whatever the entry behind says; else the chunk
     * is zeros.
     */
    private void rescue(Block block, int at, Inflation inflation) throws IOException {
        Optional<ChunkIndex.Found> found = index.find(block.firstChunk + at);
        if (found.isPresent() && !found.get().group().sound()) {
            for (ChunkTable table : found.get().group().tables()) {
                ChunkPlaces.Stored other = places.alone(table, found.get().at());
                byte[] raw = other.part().read(other.offset(), other.bytes());
                if (take(block, at, new Raw(Slice.of(raw), other.packed()), inflation)) {
                    return;
                }
            }
        }
        lose(block, at);
    }

    private void lose(Block block, int at) {
        int from = at * volume.chunkBytes();
        Arrays.fill(block.bytes, from, from + volume.chunkBytes(), (byte) 0);
        block.lost.set(at);
    }
}
