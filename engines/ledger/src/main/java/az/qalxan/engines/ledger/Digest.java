package az.qalxan.engines.ledger;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 32 bytes that stand for others: a SHA-256 or an HMAC-SHA-256. */
public final class Digest {

    public static final int BYTES = 32;

    /** Nothing is stood for: 32 zeros. */
    public static final Digest NONE = new Digest(new byte[BYTES]);

    private static final int HEX_LENGTH = 2 * BYTES;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * These bytes, which are copied.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    public static Digest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
        }
        return new Digest(bytes.clone());
    }

    /** Reads 64 lower-case hexadecimal digits; empty for anything else. */
    public static Optional<Digest> ofHex(String text) {
        boolean hex =
                text.length() == HEX_LENGTH
                        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        return hex ? Optional.of(new Digest(HexFormat.of().parseHex(text))) : Optional.empty();
    }

    /** The SHA-256 of these bytes. */
    public static Digest sha256(byte[] bytes) {
        return new Digest(Hasher.sha256().digest(bytes));
    }

    /** What stands for a subject to everybody who has not the key: HMAC-SHA-256. */
    public static Digest blinded(byte[] key, byte[] subject) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new Digest(mac.doFinal(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
