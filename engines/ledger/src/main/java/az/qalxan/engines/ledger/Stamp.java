package az.qalxan.engines.ledger;

import java.util.Arrays;

/** A time stamp authority's answer over a checkpoint (RFC 3161), not judged here. */
public final class Stamp {

    public static final int BYTES_MAX = 65_536;

    private final byte[] bytes;

    private Stamp(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * These bytes, which are copied.
     *
     * @throws IllegalArgumentException for more than {@link #BYTES_MAX}
     */
    public static Stamp of(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("a stamp of " + bytes.length + " bytes");
        }
        return new Stamp(bytes.clone());
    }

    /** A copy of the DER of a {@code TimeStampResp}. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stamp stamp && Arrays.equals(bytes, stamp.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
