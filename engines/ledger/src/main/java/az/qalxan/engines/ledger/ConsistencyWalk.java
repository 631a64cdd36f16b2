package az.qalxan.engines.ledger;

import java.util.List;

/**
 * The walk from a subtree up to the root of the tree (draft-ietf-plants-merkle-tree-certs §4.4.3;
 * for subtrees from the first leaf on it is that of RFC 9162 §2.1.4.2).
 */
final class ConsistencyWalk {

    private final Hasher hasher = new Hasher();
    private final TreeHash subtreeRoot;
    private final TreeHead tree;
    private long first;
    private long last;
    private long end;

    ConsistencyWalk(LeafRange subtree, TreeHash subtreeRoot, TreeHead tree) {
        this.subtreeRoot = subtreeRoot;
        this.tree = tree;
        this.first = subtree.start();
        this.last = subtree.end() - 1;
        this.end = tree.size() - 1;
    }

    ProofCheck check(List<TreeHash> proof) {
        climb();
        List<TreeHash> rest = proof;
        TreeHash older = subtreeRoot;
        if (first != last) {
            if (proof.isEmpty()) {
                return new ProofCheck.Unproven(ProofFlaw.LENGTH);
            }
            older = proof.getFirst();
            rest = proof.subList(1, proof.size());
        }
        TreeHash newer = older;
        for (TreeHash next : rest) {
            if (end == 0) {
                return new ProofCheck.Unproven(ProofFlaw.LENGTH);
            }
            if ((last & 1) == 1 || last == end) {
                older = first < last ? hasher.node(next, older) : older;
                newer = hasher.node(next, newer);
                shift(Long.numberOfTrailingZeros(last));
            } else {
                newer = hasher.node(newer, next);
            }
            shift(1);
        }
        return judge(older, newer);
    }

    /** Up to the smallest node that holds the last leaf of the subtree whole. */
    private void climb() {
        boolean toTheEnd = last == end;
        while (first != last && (toTheEnd || (last & 1) == 1)) {
            shift(1);
        }
    }

    private void shift(int bits) {
        first >>>= bits;
        last >>>= bits;
        end >>>= bits;
    }

    private ProofCheck judge(TreeHash older, TreeHash newer) {
        if (end != 0) {
            return new ProofCheck.Unproven(ProofFlaw.LENGTH);
        }
        if (!older.equals(subtreeRoot)) {
            return new ProofCheck.Unproven(ProofFlaw.OLD_ROOT);
        }
        return newer.equals(tree.root())
                ? new ProofCheck.Proven()
                : new ProofCheck.Unproven(ProofFlaw.ROOT);
    }
}
