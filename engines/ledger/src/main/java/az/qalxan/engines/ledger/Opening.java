package az.qalxan.engines.ledger;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The record that an entry stands for, with the salt without which nobody can guess it from the
 * entry. Where both are erased, the entry still proves that a record was made, and tells nothing.
 */
public final class Opening {

    public static final int SALT_BYTES = 32;

    private final byte[] salt;
    private final byte[] content;

    private Opening(byte[] salt, byte[] content) {
        this.salt = salt;
        this.content = content;
    }

    /**
     * That content with that salt; both are copied.
     *
     * @throws IllegalArgumentException unless the salt has 32 bytes
     */
    public static Opening of(byte[] salt, byte[] content) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
        }
        return new Opening(salt.clone(), content.clone());
    }

    /** That content with a salt of its own. */
    public static Opening salted(byte[] content, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return of(salt, content);
    }

    /** A copy of the salt. */
    public byte[] salt() {
        return salt.clone();
    }

    /** A copy of the content: canonical JSON, without spaces between its marks. */
    public byte[] content() {
        return content.clone();
    }

    /** What an entry binds it by: SHA-256 over the salt and the content. */
    public Digest digest() {
        return Digest.sha256(Bytes.joined(salt, content));
    }

    /** Whether the entry stands for this content. */
    public boolean opens(Entry entry) {
        return entry.digest().equals(digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening opening
                && Arrays.equals(salt, opening.salt)
                && Arrays.equals(content, opening.content);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(salt) + Arrays.hashCode(content);
    }

    /** Tells the content's length only. */
    @Override
    public String toString() {
        return "opening with " + content.length + " bytes";
    }
}
