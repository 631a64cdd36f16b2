package az.qalxan.engines.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that wraps the keys of cases. It lies outside the vault and outside any database; whoever
 * has both it and the vault's files reads everything.
 */
public final class MasterKey {

    private static final int SECRET_BYTES_MIN = 16;
    private static final int ID_BYTES = 8;

    private final String id;
    private final SecretKeySpec key;

    private MasterKey(String id, SecretKeySpec key) {
        this.id = id;
        this.key = key;
    }

    /**
     * The key that follows from a secret.
     *
     * @throws IllegalArgumentException when the secret has fewer than 16 bytes
     */
    public static MasterKey of(byte[] secret) {
        if (secret.length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "a secret of %d bytes; at least %d are needed"
                            .formatted(secret.length, SECRET_BYTES_MIN));
        }
        byte[] id = derived(secret, "qalxan vault, name of master key");
        byte[] key = derived(secret, "qalxan vault, master key");
        return new MasterKey(
                HexFormat.of().formatHex(id, 0, ID_BYTES), new SecretKeySpec(key, "AES"));
    }

    private static byte[] derived(byte[] secret, String use) {
        return Gcm.hmac(secret, use.getBytes(StandardCharsets.US_ASCII));
    }

    /** Names the key and tells nothing of it. */
    public String id() {
        return id;
    }

    SecretKeySpec key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey that
                && MessageDigest.isEqual(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "master key " + id;
    }
}
