package az.qalxan.engines.ledger;

/**
 * Something in a stored log that does not fit.
 *
 * @param path the file
 */
public record AuditFinding(Kind kind, String path) {

    /** What is wrong. */
    public enum Kind {
        /** The checkpoint is missing or cannot be read. */
        CHECKPOINT,
        /** A signature of a given key is missing or does not verify. */
        SIGNATURE,
        /** A tile is missing. */
        TILE_MISSING,
        /** A tile is not what its leaves give. */
        TILE_DIFFERS,
        /** Entries are missing although others are there. */
        ENTRIES_MISSING,
        /** Entries are not those that were hashed, or cannot be read. */
        ENTRIES_DIFFER,
        /** The leaves do not give the root of the checkpoint. */
        ROOT
    }
}
