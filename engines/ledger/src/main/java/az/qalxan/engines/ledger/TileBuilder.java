package az.qalxan.engines.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right edge of a growing tree: of each level the tile that is not full yet. It gives out every
 * tile as it becomes full. For one thread.
 */
final class TileBuilder {

    /** Takes tiles as they are made. */
    interface Sink {
        void take(Tile tile, byte[] hashes) throws IOException;
    }

    private static final class Row {
        private final byte[] hashes = new byte[Tile.WIDTH * TreeHash.BYTES];
        private long index;
        private int width;
        private boolean changed;

        void add(TreeHash hash) {
            System.arraycopy(hash.own(), 0, hashes, width * TreeHash.BYTES, TreeHash.BYTES);
            width++;
            changed = true;
        }

        byte[] begun() {
            return Arrays.copyOf(hashes, width * TreeHash.BYTES);
        }
    }

    private final Hasher hasher = new Hasher();
    private final List<Row> rows = new ArrayList<>();
    private long size;

    /** The edge of a tree of that size, read from its tiles. */
    static TileBuilder of(long size, TileSource source) throws IOException {
        TileBuilder builder = new TileBuilder();
        builder.size = size;
        for (int level = 0; size >>> (level * Tile.HEIGHT) > 0; level++) {
            long hashes = size >>> (level * Tile.HEIGHT);
            Row row = builder.row(level);
            row.index = hashes / Tile.WIDTH;
            row.width = (int) (hashes % Tile.WIDTH);
            if (row.width > 0) {
                byte[] read = source.read(new Tile(level, row.index, row.width));
                System.arraycopy(read, 0, row.hashes, 0, row.width * TreeHash.BYTES);
            }
            if (level == Tile.LEVEL_MAX) {
                break;
            }
        }
        return builder;
    }

    private Row row(int level) {
        while (rows.size() <= level) {
            rows.add(new Row());
        }
        return rows.get(level);
    }

    void add(TreeHash leaf, Sink full) throws IOException {
        size++;
        TreeHash hash = leaf;
        for (int level = 0; ; level++) {
            Row row = row(level);
            row.add(hash);
            if (row.width < Tile.WIDTH) {
                return;
            }
            full.take(new Tile(level, row.index, Tile.WIDTH), row.begun());
            hash = hasher.root(row.hashes, 0, Tile.WIDTH);
            row.index++;
            row.width = 0;
            row.changed = false;
        }
    }

    /** Gives out the partial tiles that changed since the last time. */
    void edge(Sink partial) throws IOException {
        for (int level = 0; level < rows.size(); level++) {
            Row row = rows.get(level);
            if (row.changed) {
                partial.take(new Tile(level, row.index, row.width), row.begun());
                row.changed = false;
            }
        }
    }

    TreeHead head() {
        TreeHash right = null;
        for (Row row : rows) {
            int end = row.width;
            while (end > 0) {
                int block = Integer.lowestOneBit(end);
                right = joined(hasher.root(row.hashes, end - block, block), right);
                end -= block;
            }
        }
        return right == null ? TreeHead.OF_NOTHING : new TreeHead(size, right);
    }

    private TreeHash joined(TreeHash left, @Nullable TreeHash right) {
        return right == null ? left : hasher.node(left, right);
    }

    long size() {
        return size;
    }
}
