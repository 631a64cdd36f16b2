package az.qalxan.engines.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where in a segment the bytes of a chunk lie, and how many they can be at most. */
final class ChunkPlaces {

    /** Chunks that do not lie behind the one before; more of them are not even tried. */
    static final int UNORDERED_MAX = 1_000;

    private static final int TABLES_KEPT = 4;

    private final int chunkBytes;
    private final Map<ImagePart, long[]> starts;
    private final Set<Tried> unordered = ConcurrentHashMap.newKeySet();
    private final Map<ChunkTable, ChunkTable.Entries> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<ChunkTable, ChunkTable.Entries> eldest) {
                    return size() > TABLES_KEPT;
                }
            };

    private record Tried(ChunkTable table, int at) {}

    /**
     * @param sections of each segment, by which chunks are bounded
     */
    ChunkPlaces(int chunkBytes, Map<ImagePart, List<EwfSection>> sections) {
        this.chunkBytes = chunkBytes;
        this.starts = new java.util.IdentityHashMap<>();
        sections.forEach((part, all) ->
                starts.put(part, all.stream().mapToLong(EwfSection::start).toArray()));
    }

    /**
     * Bytes of a chunk as stored.
     *
     * @param bytes how many it has, or at most has; 0 where it cannot be read
     */
    record Stored(ImagePart part, long offset, int bytes, boolean packed) {}

    Stored find(ChunkTable table, int at) throws IOException {
        ChunkTable.Entries entries = entries(table);
        long offset = entries.offsets()[at];
        long limit = limit(table.part(), offset);
        long next = at + 1 < entries.offsets().length ? entries.offsets()[at + 1] : limit;
        if (!table.ordered() || next <= offset || next > limit) {
            return alone(table, at);
        }
        boolean packed = entries.packed()[at];
        return new Stored(
                table.part(), offset, (int) Math.min(next - offset, most(packed)), packed);
    }

    /** The same, bounded by its section instead of by the chunk behind. */
    Stored alone(ChunkTable table, int at) throws IOException {
        ChunkTable.Entries entries = entries(table);
        long offset = entries.offsets()[at];
        boolean packed = entries.packed()[at];
        long limit = limit(table.part(), offset);
        long bytes = offset >= 0 && mayTry(new Tried(table, at)) ? limit - offset : 0;
        return new Stored(
                table.part(),
                Math.max(offset, 0),
                (int) Math.clamp(bytes, 0, most(packed)),
                packed);
    }

    private boolean mayTry(Tried chunk) {
        return unordered.contains(chunk)
                || unordered.size() < UNORDERED_MAX && unordered.add(chunk);
    }

    /** A chunk that deflating would have made larger is stored as it is. */
    private int most(boolean packed) {
        return packed ? chunkBytes + chunkBytes / 64 + 64 : chunkBytes + ChunkReader.SUM_BYTES;
    }

    /** Where the next section begins, or the segment ends. */
    private long limit(ImagePart part, long offset) throws IOException {
        long[] all = starts.getOrDefault(part, new long[0]);
        int found = Arrays.binarySearch(all, offset);
        int next = found >= 0 ? found + 1 : -found - 1;
        return next < all.length ? all[next] : part.size();
    }

    private ChunkTable.Entries entries(ChunkTable table) throws IOException {
        synchronized (kept) {
            ChunkTable.Entries entries = kept.get(table);
            if (entries == null) {
                entries = table.entries();
                kept.put(table, entries);
            }
            return entries;
        }
    }
}
