package az.qalxan.engines.ledger;

import java.util.List;

/**
 * Checks proofs over Merkle trees. A proof is judged by the hashes alone; nothing is read.
 *
 * <p>Inclusion and consistency follow RFC 9162 §2.1.3.2 and §2.1.4.2, whose trees are those of RFC
 * 6962. Subtrees follow draft-ietf-plants-merkle-tree-certs: {@code [start, end)} is a subtree
 * where {@code start} is a multiple of the smallest power of two that is at least its size.
 */
public final class Merkle {

    /** More hashes than any proof of a tree with less than 2^63 leaves has. */
    public static final int PROOF_HASHES_MAX = 126;

    private Merkle() {}

    /** The hash of a leaf with that entry. */
    public static TreeHash leaf(byte[] entry) {
        return new Hasher().leaf(entry);
    }

    /** The hash of a node over two others. */
    public static TreeHash node(TreeHash left, TreeHash right) {
        return new Hasher().node(left, right);
    }

    /** Whether that leaf stands at that index of the tree of that size and root. */
    public static ProofCheck inclusion(Leaf leaf, long size, List<TreeHash> proof, TreeHash root) {
        return inclusion(leaf, new LeafRange(0, size), proof, root);
    }

    /** Whether that leaf stands at that index of the subtree with that root. */
    public static ProofCheck inclusion(
            Leaf leaf, LeafRange subtree, List<TreeHash> proof, TreeHash root) {
        if (!subtree.isSubtree() || subtree.isEmpty()) {
            return new ProofCheck.Unproven(ProofFlaw.SUBTREE);
        }
        if (leaf.index() < subtree.start() || leaf.index() >= subtree.end()) {
            return new ProofCheck.Unproven(ProofFlaw.INDEX);
        }
        Hasher hasher = new Hasher();
        long fn = leaf.index() - subtree.start();
        long sn = subtree.size() - 1;
        TreeHash hash = leaf.hash();
        for (TreeHash next : proof) {
            if (sn == 0) {
                return new ProofCheck.Unproven(ProofFlaw.LENGTH);
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = hasher.node(next, hash);
                int shift = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>>= shift;
                sn >>>= shift;
            } else {
                hash = hasher.node(hash, next);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        if (sn != 0) {
            return new ProofCheck.Unproven(ProofFlaw.LENGTH);
        }
        return hash.equals(root)
                ? new ProofCheck.Proven()
                : new ProofCheck.Unproven(ProofFlaw.ROOT);
    }

    /**
     * Whether the older tree is the beginning of the newer one. An older tree without leaves proves
     * nothing and is refused.
     */
    public static ProofCheck consistency(TreeHead older, TreeHead newer, List<TreeHash> proof) {
        if (older.size() < 1) {
            return new ProofCheck.Unproven(ProofFlaw.SIZE);
        }
        return consistency(new LeafRange(0, older.size()), older.root(), newer, proof);
    }

    /** Whether the subtree with that root is a part of the tree. */
    public static ProofCheck consistency(
            LeafRange subtree, TreeHash root, TreeHead tree, List<TreeHash> proof) {
        if (!subtree.isSubtree()) {
            return new ProofCheck.Unproven(ProofFlaw.SUBTREE);
        }
        if (subtree.end() > tree.size()) {
            return new ProofCheck.Unproven(ProofFlaw.SIZE);
        }
        if (subtree.isEmpty()) {
            return ofNothing(root, proof);
        }
        return new ConsistencyWalk(subtree, root, tree).check(proof);
    }

    private static ProofCheck ofNothing(TreeHash root, List<TreeHash> proof) {
        if (!proof.isEmpty()) {
            return new ProofCheck.Unproven(ProofFlaw.LENGTH);
        }
        return root.equals(TreeHash.OF_NOTHING)
                ? new ProofCheck.Proven()
                : new ProofCheck.Unproven(ProofFlaw.OLD_ROOT);
    }
}
