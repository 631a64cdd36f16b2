package az.qalxan.engines.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree that goes on from one whose leaves are not known, only the roots of the perfect trees that
 * it is made of. For one thread.
 */
public final class TreeGrowth {

    private final Hasher hasher = new Hasher();
    private final List<TreeHash> peaks;
    private long size;

    private TreeGrowth(long size, List<TreeHash> peaks) {
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    /** From that size on; empty where it is not made of so many perfect trees. */
    public static Optional<TreeGrowth> from(long size, List<TreeHash> peaks) {
        return size >= 0 && Long.bitCount(size) == peaks.size()
                ? Optional.of(new TreeGrowth(size, peaks))
                : Optional.empty();
    }

    /** Adds the next leaf. */
    public void add(byte[] entry) {
        TreeHash hash = hasher.leaf(entry);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = hasher.node(peaks.removeLast(), hash);
        }
        peaks.add(hash);
        size++;
    }

    /** The tree as it stands. */
    public TreeHead head() {
        if (peaks.isEmpty()) {
            return TreeHead.OF_NOTHING;
        }
        TreeHash right = peaks.getLast();
        for (TreeHash left : peaks.subList(0, peaks.size() - 1).reversed()) {
            right = hasher.node(left, right);
        }
        return new TreeHead(size, right);
    }
}
