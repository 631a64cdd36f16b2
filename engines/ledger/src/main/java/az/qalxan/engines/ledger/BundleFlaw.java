package az.qalxan.engines.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What does not fit in a bundle, and where.
 *
 * @param member the file of the bundle, empty for the archive itself
 * @param range where in the member, or for the archive in the file; absent where nothing tells
 */
public record BundleFlaw(Kind kind, String member, @Nullable ByteRange range) {

    /**
     * Bytes from {@code from} on and before {@code to}.
     *
     * @param exact whether the one byte of the range is the only one that was changed
     */
    public record ByteRange(long from, long to, boolean exact) {}

    /** What is wrong. */
    public enum Kind {
        /** The archive's own bytes do not fit together. */
        ARCHIVE,
        /**
         * Another program packed the archive: its items can be judged, but not each of its bytes.
         */
        OTHER_ARCHIVE,
        /** The bytes are not those that were put into the archive. */
        BYTES,
        /** A file that the bundle needs is not there. */
        MISSING,
        /** A file cannot be read as what it ought to be. */
        FORM,
        /** No key of the log signed the checkpoint, or none of those given. */
        SIGNATURE,
        /** A signature stands on the checkpoint that its key did not make. */
        FORGED,
        /** The proof does not lead from the entry to the checkpoint. */
        PROOF,
        /** The proof is for another checkpoint than that of the bundle. */
        OTHER_CHECKPOINT,
        /** The entry does not stand for the content. */
        CONTENT,
        /** The content names another file than the one that is there. */
        FILE,
        /** The content does not name that file. */
        UNNAMED_FILE,
        /** The time stamp is not genuine or covers another checkpoint. */
        STAMP
    }
}
