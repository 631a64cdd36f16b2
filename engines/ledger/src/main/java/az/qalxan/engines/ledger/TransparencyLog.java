package az.qalxan.engines.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log that is written to. An entry is acknowledged when it, its hashes and a signed checkpoint
 * over them would outlive a crash; what no checkpoint covers never was. The same entry stands in it
 * once. Threads may share it; each call takes its turn.
 */
public final class TransparencyLog implements AutoCloseable {

    /** The longest entry, by the format of bundles. */
    public static final int ENTRY_BYTES_MAX = EntryBundle.ENTRY_BYTES_MAX;

    static final String CHECKPOINT = "checkpoint";

    private static final long ABSENT = -1;

    private final LogFiles files;
    private final NoteSigner signer;
    private final String origin;
    private final StoredTiles tiles;
    private final @Nullable FileLock lock;
    private final @Nullable LeafTable table;
    private final Hasher hasher = new Hasher();
    private TileBuilder builder = new TileBuilder();
    private ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private Checkpoint checkpoint;
    private boolean broken;

    private TransparencyLog(
            LogFiles files,
            NoteSigner signer,
            String origin,
            @Nullable FileLock lock,
            @Nullable LeafTable table)
            throws IOException {
        this.files = files;
        this.signer = signer;
        this.origin = origin;
        this.lock = lock;
        this.table = table;
        this.tiles = new StoredTiles(files);
        this.checkpoint = Checkpoint.signed(origin, TreeHead.OF_NOTHING, signer);
        recover();
    }

    /**
     * Opens the log in that folder, or begins one.
     *
     * @param origin what the log calls itself in its checkpoints
     * @throws LogRefused when another writer has it open, another key signed it, or what is stored
     *     does not give the signed root
     */
    public static TransparencyLog open(Path folder, NoteSigner signer, String origin)
            throws IOException {
        return open(folder, signer, origin, new LeafTable());
    }

    /**
     * Opens a log whose entries never repeat, each having an id of its own, or begins one. It needs
     * no memory of its leaves and opens at once; an entry given twice would stand in it twice.
     *
     * @throws LogRefused as {@link #open}
     */
    public static TransparencyLog numbered(Path folder, NoteSigner signer, String origin)
            throws IOException {
        return open(folder, signer, origin, null);
    }

    /** The same over files that nobody else writes to as long as it is used. */
    public static TransparencyLog numbered(LogFiles files, NoteSigner signer, String origin)
            throws IOException {
        return new TransparencyLog(files, signer, origin, null, null);
    }

    private static TransparencyLog open(
            Path folder, NoteSigner signer, String origin, @Nullable LeafTable table)
            throws IOException {
        Files.createDirectories(folder);
        FileLock lock = FolderLock.take(folder, folder + " is being written to");
        boolean opened = false;
        try {
            TransparencyLog log =
                    new TransparencyLog(new FolderFiles(folder), signer, origin, lock, table);
            opened = true;
            return log;
        } finally {
            if (!opened) {
                lock.acquiredBy().close();
            }
        }
    }

    /** Over files that nobody else writes to. */
    static TransparencyLog over(LogFiles files, NoteSigner signer, String origin)
            throws IOException {
        return new TransparencyLog(files, signer, origin, null, new LeafTable());
    }

    private void recover() throws IOException {
        Optional<byte[]> stored = files.read(CHECKPOINT, SignedNote.BYTES_MAX);
        if (stored.isEmpty()) {
            files.replace(CHECKPOINT, checkpoint.bytes());
            return;
        }
        Checkpoint last =
                Checkpoint.parse(stored.get())
                        .orElseThrow(() -> new LogRefused("the checkpoint cannot be read"));
        if (!last.origin().equals(origin) || !last.trust(List.of(signer.key())).byLog()) {
            throw new LogRefused("the checkpoint is not signed by this log and its key");
        }
        checkpoint = last;
        builder = TileBuilder.of(last.head().size(), tiles);
        if (!builder.head().equals(last.head())) {
            throw new LogRefused("the tiles do not give the root of the checkpoint");
        }
        readLeaves(last.head().size());
    }

    private void readLeaves(long size) throws IOException {
        for (long index = 0; table != null && index * Tile.WIDTH < size; index++) {
            Tile tile = Tile.in(size, 0, index);
            byte[] hashes = tiles.read(tile);
            for (int i = 0; i < tile.width(); i++) {
                table.put(TreeHash.at(hashes, i), index * Tile.WIDTH + i);
            }
        }
        if (size % Tile.WIDTH != 0) {
            Tile last = Tile.in(size, 0, size / Tile.WIDTH);
            for (byte[] entry : tiles.entries(last).entries()) {
                bundle.writeBytes(EntryBundle.framed(entry));
            }
        }
    }

    public Appended append(byte[] entry) throws IOException {
        return append(List.of(entry)).getFirst();
    }

    /**
     * Appends these entries in their order with one checkpoint. Either all are acknowledged or,
     * with an exception, none; then the log is to be opened anew.
     *
     * @throws IllegalArgumentException for an entry longer than {@link #ENTRY_BYTES_MAX}
     */
    public synchronized List<Appended> append(List<byte[]> entries) throws IOException {
        for (byte[] entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "an entry of " + entry.length + " bytes; at most " + ENTRY_BYTES_MAX);
            }
        }
        if (broken) {
            throw new LogRefused("writing failed before; open the log anew");
        }
        broken = true;
        List<Appended> appended = write(entries);
        broken = false;
        return appended;
    }

    private List<Appended> write(List<byte[]> entries) throws IOException {
        Map<TreeHash, Long> fresh = new HashMap<>();
        List<String> superseded = new ArrayList<>();
        long[] places = new long[entries.size()];
        boolean[] first = new boolean[entries.size()];
        for (int i = 0; i < places.length; i++) {
            TreeHash leaf = hasher.leaf(entries.get(i));
            long known = fresh.getOrDefault(leaf, find(leaf));
            first[i] = known == ABSENT;
            places[i] = first[i] ? builder.size() : known;
            if (first[i]) {
                fresh.put(leaf, places[i]);
                add(entries.get(i), leaf, superseded);
            }
        }
        if (!fresh.isEmpty()) {
            commit(superseded);
            if (table != null) {
                fresh.forEach(table::put);
            }
        }
        List<Appended> appended = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            appended.add(new Appended(places[i], first[i], checkpoint.head()));
        }
        return appended;
    }

    /** Where the leaf stands in the signed tree. */
    private long find(TreeHash leaf) throws IOException {
        for (long index : table == null ? new long[0] : table.like(leaf)) {
            if (stored(index).equals(leaf)) {
                return index;
            }
        }
        return ABSENT;
    }

    private TreeHash stored(long index) throws IOException {
        Tile tile = Tile.in(checkpoint.head().size(), 0, index / Tile.WIDTH);
        return TreeHash.at(tiles.read(tile), (int) (index % Tile.WIDTH));
    }

    private void add(byte[] entry, TreeHash leaf, List<String> superseded) throws IOException {
        bundle.writeBytes(EntryBundle.framed(entry));
        builder.add(
                leaf,
                (tile, hashes) -> {
                    files.write(tile.path(), hashes);
                    superseded.add(tile.path() + ".p");
                    if (tile.level() == 0) {
                        files.write(tile.entriesPath(), bundle.toByteArray());
                        superseded.add(tile.entriesPath() + ".p");
                        bundle = new ByteArrayOutputStream();
                    }
                });
    }

    private void commit(List<String> superseded) throws IOException {
        builder.edge((tile, hashes) -> {
            files.write(tile.path(), hashes);
            if (tile.level() == 0) {
                files.write(tile.entriesPath(), bundle.toByteArray());
            }
        });
        files.sync();
        Checkpoint next = Checkpoint.signed(origin, builder.head(), signer);
        files.replace(CHECKPOINT, next.bytes());
        checkpoint = next;
        for (String folder : superseded) {
            files.forget(folder);
        }
    }

    /** The newest signed tree. */
    public synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The entry at that index. */
    public synchronized byte[] entry(long index) throws IOException {
        long size = checkpoint.head().size();
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " in a log of " + size);
        }
        EntryBundle entries = tiles.entries(Tile.in(size, 0, index / Tile.WIDTH));
        return entries.entries().get((int) (index % Tile.WIDTH));
    }

    /** A proof that anybody can check offline that the entry at that index is in the log. */
    public synchronized LogProof proof(long index) throws IOException {
        Tree tree = new Tree(tiles, checkpoint.head().size());
        return new LogProof(index, tree.inclusion(index), checkpoint);
    }

    /** A proof that the tree of an older size is the beginning of the newest one. */
    public synchronized List<TreeHash> consistency(long older) throws IOException {
        return new Tree(tiles, checkpoint.head().size()).consistency(older);
    }

    /** Lets the folder go. */
    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.release();
            lock.acquiredBy().close();
        }
    }
}
