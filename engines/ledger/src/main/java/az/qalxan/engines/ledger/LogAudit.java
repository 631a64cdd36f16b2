package az.qalxan.engines.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Walks a stored log, this one's or another implementation's: reckons every tile and the root from
 * the entries, or where a log keeps none from the hashes of its leaves, and compares. Memory does
 * not grow with the log.
 */
public final class LogAudit {

    /** Findings beyond these are counted, not told. */
    public static final int FINDINGS_MAX = 1_000;

    /**
     * What the walk found.
     *
     * @param size the leaves by the checkpoint; 0 where it cannot be read
     * @param tiles how many tiles were compared
     * @param entries how many entries were hashed
     * @param signed the keys among the given ones whose signatures verified
     * @param count all findings, of which the first are told
     */
    public record Report(
            String origin,
            long size,
            long tiles,
            long entries,
            List<NoteKey> signed,
            List<AuditFinding> findings,
            long count) {

        /** Copies the lists. */
        public Report {
            signed = List.copyOf(signed);
            findings = List.copyOf(findings);
        }

        public boolean clean() {
            return count == 0;
        }
    }

    private final LogFiles files;
    private final List<NoteKey> keys;
    private final LongConsumer progress;
    private final Hasher hasher = new Hasher();
    private final TileBuilder builder = new TileBuilder();
    private final List<AuditFinding> findings = new ArrayList<>();
    private List<NoteKey> signed = List.of();
    private long count;
    private long tiles;
    private long entries;
    private boolean keepsEntries;
    private long size;

    private LogAudit(LogFiles files, List<NoteKey> keys, LongConsumer progress) {
        this.files = files;
        this.keys = keys;
        this.progress = progress;
    }

    /**
     * Audits the log in that folder.
     *
     * @param keys every one must have signed; none: signatures are not judged
     * @throws IOException when a file cannot be read at all
     */
    public static Report of(Path folder, List<NoteKey> keys) throws IOException {
        return of(new FolderFiles(folder), keys);
    }

    /** Audits the log of these files. */
    public static Report of(LogFiles files, List<NoteKey> keys) throws IOException {
        return of(files, keys, leaves -> {});
    }

    /**
     * The same.
     *
     * @param progress is told now and then how many leaves were read
     */
    public static Report of(LogFiles files, List<NoteKey> keys, LongConsumer progress)
            throws IOException {
        return new LogAudit(files, keys, progress).run();
    }

    private Report run() throws IOException {
        Optional<Checkpoint> read =
                files.read(TransparencyLog.CHECKPOINT, SignedNote.BYTES_MAX)
                        .flatMap(Checkpoint::parse);
        if (read.isEmpty()) {
            find(AuditFinding.Kind.CHECKPOINT, TransparencyLog.CHECKPOINT);
            return report("", 0);
        }
        Checkpoint checkpoint = read.get();
        judge(checkpoint);
        walk(checkpoint.head());
        return report(checkpoint.origin(), checkpoint.head().size());
    }

    private Report report(String origin, long size) {
        return new Report(origin, size, tiles, entries, signed, findings, count);
    }

    private void find(AuditFinding.Kind kind, String path) {
        count++;
        if (findings.size() < FINDINGS_MAX) {
            findings.add(new AuditFinding(kind, path));
        }
    }

    private void judge(Checkpoint checkpoint) {
        if (checkpoint.trust(keys) instanceof Trust.Verified verified) {
            signed = verified.by().stream().map(Trust.Signed::key).distinct().toList();
        }
        for (NoteKey key : keys) {
            if (signed.stream().noneMatch(one -> one.text().equals(key.text()))) {
                find(AuditFinding.Kind.SIGNATURE, TransparencyLog.CHECKPOINT);
            }
        }
    }

    private void walk(TreeHead head) throws IOException {
        size = head.size();
        keepsEntries = size > 0 && bundle(Tile.in(size, 0, 0)).isPresent();
        boolean whole = true;
        for (long index = 0; whole && index < tilesOf(size); index++) {
            whole = walk(Tile.in(size, 0, index));
            progress.accept(Math.min(size, (index + 1) * Tile.WIDTH));
        }
        if (whole) {
            builder.edge(this::compare);
        }
        if (whole && !builder.head().equals(head)) {
            find(AuditFinding.Kind.ROOT, TransparencyLog.CHECKPOINT);
        }
    }

    private static long tilesOf(long size) {
        return size / Tile.WIDTH + (size % Tile.WIDTH == 0 ? 0 : 1);
    }

    /** Takes the leaves of one tile in; false where nothing tells what they are. */
    private boolean walk(Tile tile) throws IOException {
        Optional<byte[]> stored = read(tile);
        Optional<List<TreeHash>> hashed = keepsEntries ? hashed(tile) : Optional.empty();
        if (stored.isEmpty() && hashed.isEmpty()) {
            find(AuditFinding.Kind.TILE_MISSING, tile.path());
            return false;
        }
        for (TreeHash leaf : leaves(tile, stored, hashed)) {
            builder.add(leaf, this::compare);
        }
        return true;
    }

    /**
     * The leaves of the tile by its entries or by itself. Where the two disagree, the tile above
     * tells which of them was changed; where it does not, both are named.
     */
    private List<TreeHash> leaves(
            Tile tile, Optional<byte[]> stored, Optional<List<TreeHash>> hashed)
            throws IOException {
        List<TreeHash> told = stored.map(LogAudit::hashes).orElse(List.of());
        if (hashed.isEmpty() || told.isEmpty() || hashed.get().equals(told)) {
            return hashed.orElse(told);
        }
        Optional<TreeHash> above = above(tile);
        if (above.isPresent() && above.get().equals(root(told))) {
            find(AuditFinding.Kind.ENTRIES_DIFFER, tile.entriesPath());
            return told;
        }
        if (above.isEmpty() || !above.get().equals(root(hashed.get()))) {
            find(AuditFinding.Kind.ENTRIES_DIFFER, tile.entriesPath());
        }
        return hashed.get();
    }

    private static List<TreeHash> hashes(byte[] tile) {
        List<TreeHash> hashes = new ArrayList<>();
        for (int i = 0; i < tile.length / TreeHash.BYTES; i++) {
            hashes.add(TreeHash.at(tile, i));
        }
        return hashes;
    }

    private TreeHash root(List<TreeHash> leaves) {
        byte[] row = Bytes.joined(leaves.stream().map(TreeHash::own).toArray(byte[][]::new));
        return hasher.root(row, 0, leaves.size());
    }

    /** What the tile above says of a full tile. */
    private Optional<TreeHash> above(Tile tile) throws IOException {
        if (!tile.isFull()) {
            return Optional.empty();
        }
        int place = (int) (tile.index() % Tile.WIDTH);
        return read(Tile.in(size, 1, tile.index() / Tile.WIDTH))
                .map(bytes -> TreeHash.at(bytes, place));
    }

    private Optional<List<TreeHash>> hashed(Tile tile) throws IOException {
        Optional<byte[]> bytes = bundle(tile);
        if (bytes.isEmpty()) {
            find(AuditFinding.Kind.ENTRIES_MISSING, tile.entriesPath());
            return Optional.empty();
        }
        Optional<EntryBundle> read = EntryBundle.parse(bytes.get(), tile.width());
        if (read.isEmpty()) {
            find(AuditFinding.Kind.ENTRIES_DIFFER, tile.entriesPath());
            return Optional.empty();
        }
        entries += tile.width();
        return Optional.of(read.get().entries().stream().map(hasher::leaf).toList());
    }

    private Optional<byte[]> bundle(Tile tile) throws IOException {
        return either(tile.entriesPath(), tile.full().entriesPath(), EntryBundle.BYTES_MAX);
    }

    private Optional<byte[]> read(Tile tile) throws IOException {
        return either(tile.path(), tile.full().path(), Tile.WIDTH * TreeHash.BYTES)
                .filter(bytes -> bytes.length >= tile.bytes())
                .map(bytes -> Arrays.copyOf(bytes, tile.bytes()));
    }

    private Optional<byte[]> either(String path, String fullPath, int bytesMax) throws IOException {
        try {
            Optional<byte[]> found = files.read(path, bytesMax);
            return found.isPresent() || path.equals(fullPath)
                    ? found
                    : files.read(fullPath, bytesMax);
        } catch (OversizedFile e) {
            return Optional.of(new byte[0]);
        }
    }

    private void compare(Tile tile, byte[] hashes) throws IOException {
        tiles++;
        Optional<byte[]> stored = read(tile);
        if (stored.isEmpty()) {
            find(AuditFinding.Kind.TILE_MISSING, tile.path());
        } else if (!Arrays.equals(stored.get(), hashes)) {
            find(AuditFinding.Kind.TILE_DIFFERS, tile.path());
        }
    }
}
