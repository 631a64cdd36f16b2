package az.qalxan.engines.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a log up to one of its checkpoints, whoever writes to it meanwhile. It believes what is
 * stored; whoever gets a proof need not. For one thread.
 */
public final class LogReader {

    /** How many entries stand in one bundle. */
    public static final int BUNDLE = Tile.WIDTH;

    private final StoredTiles tiles;
    private final Checkpoint checkpoint;
    private final Tree tree;

    /** Over these files, as that checkpoint saw them. */
    public LogReader(LogFiles files, Checkpoint checkpoint) {
        this.tiles = new StoredTiles(files);
        this.checkpoint = checkpoint;
        this.tree = new Tree(tiles, checkpoint.head().size());
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** A proof that the entry of that index is in the tree. */
    public LogProof proof(long index) throws IOException {
        return new LogProof(index, tree.inclusion(index), checkpoint);
    }

    /** A proof that the tree of an older size is the beginning of this one; none for size 0. */
    public List<TreeHash> consistency(long older) throws IOException {
        return older == 0 || older == checkpoint.head().size()
                ? List.of()
                : tree.consistency(older);
    }

    /** What the tree of that older size was, whether or not there was a checkpoint of it. */
    public TreeHead head(long size) throws IOException {
        return TreeGrowth.from(size, peaks(size)).orElseThrow().head();
    }

    /** The entry of that index. */
    public byte[] entry(long index) throws IOException {
        return bundle(index / BUNDLE).get((int) (index % BUNDLE));
    }

    /** The entries from {@code bundle * BUNDLE} on, at most {@link #BUNDLE}. */
    public List<byte[]> bundle(long bundle) throws IOException {
        Tile tile = Tile.in(checkpoint.head().size(), 0, bundle);
        return tiles.entries(tile).entries();
    }

    /**
     * The roots of the perfect trees that the first {@code size} leaves are made of, the largest
     * first; {@link TreeGrowth} goes on from them. They stand in this checkpoint's tree too, so no
     * tile of the older one is needed.
     */
    public List<TreeHash> peaks(long size) throws IOException {
        if (size < 0 || size > checkpoint.head().size()) {
            throw new IndexOutOfBoundsException(size + " leaves of " + checkpoint.head().size());
        }
        List<TreeHash> peaks = new ArrayList<>();
        long start = 0;
        for (long rest = size; rest > 0; ) {
            long block = Long.highestOneBit(rest);
            peaks.add(tree.perfect(start, block));
            start += block;
            rest -= block;
        }
        return peaks;
    }
}
