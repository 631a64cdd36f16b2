package az.qalxan.engines.ledger;

/** Why a proof proves nothing. */
public enum ProofFlaw {
    /** The older tree is empty or larger than the newer one. */
    SIZE,
    /** The leaf lies outside of the tree. */
    INDEX,
    /** The range is no subtree. */
    SUBTREE,
    /** There are too few or too many hashes. */
    LENGTH,
    /** The hashes lead to another root of the tree. */
    ROOT,
    /** The hashes lead to another root of the older tree or of the subtree. */
    OLD_ROOT
}
