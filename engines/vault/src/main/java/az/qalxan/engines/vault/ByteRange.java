package az.qalxan.engines.vault;

/** Bytes of a file from one offset on. */
public record ByteRange(long from, long length) {

    public ByteRange {
        if (from < 0 || length < 0) {
            throw new IllegalArgumentException("no range: " + from + ", " + length);
        }
    }

    /** The first offset that is no longer in it. */
    public long end() {
        return from + length;
    }
}
