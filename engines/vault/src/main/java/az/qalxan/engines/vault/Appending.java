package az.qalxan.engines.vault;

/** What became of bytes that were to be added to an intake. */
public sealed interface Appending {

    /** Everything before that offset would outlive a crash. */
    record Received(long until) implements Appending {}

    /** The bytes begin beyond what is there; go on at that offset. */
    record Gap(long received) implements Appending {}

    /** Bytes that were received before came again as others; the source is not the same file. */
    record Differs(ByteRange where) implements Appending {}

    /**
     * Only the last piece may be no multiple of that many bytes, and it came before; or this one
     * begins within one.
     */
    record Uneven(int chunkBytes) implements Appending {}
}
