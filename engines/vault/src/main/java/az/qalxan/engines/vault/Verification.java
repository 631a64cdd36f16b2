package az.qalxan.engines.vault;

import java.util.List;

/** What reading every byte of a stored file told. Nothing is repaired, whatever it is. */
public sealed interface Verification {

    /** Every byte is as it was taken in. */
    record Intact(Digests digests) implements Verification {}

    /**
     * These bytes cannot be read as they were; all others can. A range that begins at the file's
     * length stands for bytes that were added.
     */
    record Damaged(List<ByteRange> ranges) implements Verification {
        public Damaged {
            ranges = List.copyOf(ranges);
        }
    }

    /** There is nothing of that file. */
    record Missing() implements Verification {}

    /** The keys of its case were destroyed on purpose. */
    record Erased() implements Verification {}

    /** What says how to read it is lost or altered, so none of its bytes can be read. */
    record Sealed(Lost lost) implements Verification {}

    /** What is lost. */
    enum Lost {
        /** The file's own seal, with its key, length and digests. */
        SEAL,
        /** The keys of the case. */
        CASE_KEYS,
        /** The master key that the keys of the case are wrapped with is not in the ring. */
        MASTER_KEY
    }
}
