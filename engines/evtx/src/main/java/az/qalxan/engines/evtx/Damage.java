package az.qalxan.engines.evtx;

/**
 * A place of a file that is not as it was written.
 *
 * @param offset where in the file it begins
 * @param bytes how much of the file it concerns
 * @param why what was found
 */
public record Damage(Kind kind, long offset, long bytes, String why) {

    /** What is damaged. */
    public enum Kind {
        /** The file's own header is missing or its checksum does not fit. */
        FILE_HEADER,
        /** A chunk's header is missing, senseless, or its checksum does not fit. */
        CHUNK_HEADER,
        /** The checksum over a chunk's records does not fit. */
        CHUNK_RECORDS,
        /** Bytes where a record should begin that are none. */
        RECORD,
        /** A record whose event cannot be read. */
        EVENT,
        /** The file ends within a chunk, or before as many chunks as it counts. */
        TRUNCATED
    }

    /** Whether this is the same, going on where the other one ends. */
    boolean continues(Damage other) {
        return kind == other.kind
                && kind != Kind.EVENT
                && offset == other.offset + other.bytes
                && why.equals(other.why);
    }
}
