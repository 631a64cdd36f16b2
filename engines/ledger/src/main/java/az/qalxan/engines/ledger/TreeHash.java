package az.qalxan.engines.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 hash of a Merkle tree: of a leaf, of a node or of a whole tree. */
public final class TreeHash {

    public static final int BYTES = 32;

    /** The hash of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
    public static final TreeHash OF_NOTHING =
            new TreeHash(
                    HexFormat.of()
                            .parseHex(
                                    "e3b0c44298fc1c149afbf4c8996fb924"
                                            + "27ae41e4649b934ca495991b7852b855"));

    private static final int BASE64_LENGTH = 44;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash of exactly these bytes, which are copied.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new TreeHash(bytes.clone());
    }

    /** The 32 bytes at that place of a tile. */
    static TreeHash at(byte[] tile, int place) {
        return new TreeHash(Arrays.copyOfRange(tile, place * BYTES, (place + 1) * BYTES));
    }

    /** Takes the array as it is; nobody else may keep it. */
    static TreeHash owning(byte[] bytes) {
        return new TreeHash(bytes);
    }

    /** Reads the one spelling that standard base64 has for 32 bytes; empty for anything else. */
    public static Optional<TreeHash> ofBase64(String text) {
        return Base64Text.read(text, BASE64_LENGTH)
                .filter(bytes -> bytes.length == BYTES)
                .map(TreeHash::new);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] own() {
        return bytes;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
