package az.qalxan.engines.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of one size, read from tiles: its root and its proofs. It believes the tiles; whoever
 * checks a proof need not. For one thread.
 */
final class Tree {

    private static final int TILES_KEPT = 64;

    private final TileSource source;
    private final long size;
    private final Hasher hasher = new Hasher();
    private final Map<Tile, byte[]> kept =
            new LinkedHashMap<>(TILES_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
                    return size() > TILES_KEPT;
                }
            };

    Tree(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    TreeHead head() throws IOException {
        return size == 0 ? TreeHead.OF_NOTHING : new TreeHead(size, hash(0, size));
    }

    TreeHash leaf(long index) throws IOException {
        return complete(index, 0);
    }

    /** From the leaf's sibling up to the root's child (RFC 6962 §2.1.1). */
    List<TreeHash> inclusion(long index) throws IOException {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " in a tree of " + size);
        }
        List<TreeHash> proof = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                proof.add(hash(middle, end));
                end = middle;
            } else {
                proof.add(hash(start, middle));
                start = middle;
            }
        }
        return proof.reversed();
    }

    /** That the tree of the older size is the beginning of this one (RFC 6962 §2.1.2). */
    List<TreeHash> consistency(long older) throws IOException {
        if (older < 1 || older > size) {
            throw new IndexOutOfBoundsException(older + " leaves of " + size);
        }
        List<TreeHash> proof = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end != older) {
            long middle = start + split(end - start);
            if (older <= middle) {
                proof.add(hash(middle, end));
                end = middle;
            } else {
                proof.add(hash(start, middle));
                start = middle;
            }
        }
        if (start != 0) {
            proof.add(hash(start, end));
        }
        return proof.reversed();
    }

    /** The root over leaves whose number is a power of two that divides their start. */
    TreeHash perfect(long start, long leaves) throws IOException {
        return complete(start, Long.numberOfTrailingZeros(leaves));
    }

    /** The largest power of two below the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** The hash over leaves from a start that their number divides as in a tree. */
    private TreeHash hash(long start, long end) throws IOException {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            return complete(start, Long.numberOfTrailingZeros(count));
        }
        long middle = start + split(count);
        return hasher.node(hash(start, middle), hash(middle, end));
    }

    /** The hash over 2^height leaves. */
    private TreeHash complete(long start, int height) throws IOException {
        int level = Math.min(height / Tile.HEIGHT, Tile.LEVEL_MAX);
        int rows = height - level * Tile.HEIGHT;
        long place = start >>> (level * Tile.HEIGHT);
        byte[] tile = tile(Tile.in(size, level, place / Tile.WIDTH));
        return hasher.root(tile, (int) (place % Tile.WIDTH), 1 << rows);
    }

    private byte[] tile(Tile tile) throws IOException {
        byte[] known = kept.get(tile);
        if (known == null) {
            known = source.read(tile);
            kept.put(tile, known);
        }
        return known;
    }
}
