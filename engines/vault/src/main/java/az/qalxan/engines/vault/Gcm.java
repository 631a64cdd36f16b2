package az.qalxan.engines.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a nonce drawn for each message, which
 * stands before it. No key sees so many messages that nonces would meet: one key a file or record.
 */
final class Gcm {

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int MORE_BYTES = NONCE_BYTES + TAG_BYTES;
    static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final Cipher cipher;

    Gcm(SecretKeySpec key) {
        this.key = key;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES in this Java", e);
        }
    }

    static SecretKeySpec drawKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }

    static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA-256 in this Java", e);
        }
    }

    /**
     * Encrypts a part of an array into another from an index on; answers how many bytes that made.
     */
    int close(Part open, byte[] bound, SecureRandom random, Part into) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, into.bytes(), into.from(), NONCE_BYTES);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(bound);
            return NONCE_BYTES
                    + cipher.doFinal(
                            open.bytes(),
                            open.from(),
                            open.length(),
                            into.bytes(),
                            into.from() + NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** Decrypts into an array from an index on; false when not a bit may be trusted. */
    boolean open(Part closed, byte[] bound, Part into) {
        if (closed.length() < MORE_BYTES) {
            return false;
        }
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(
                            8 * TAG_BYTES, closed.bytes(), closed.from(), NONCE_BYTES));
            cipher.updateAAD(bound);
            cipher.doFinal(
                    closed.bytes(),
                    closed.from() + NONCE_BYTES,
                    closed.length() - NONCE_BYTES,
                    into.bytes(),
                    into.from());
            return true;
        } catch (AEADBadTagException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt", e);
        }
    }

    byte[] close(byte[] open, byte[] bound, SecureRandom random) {
        byte[] closed = new byte[open.length + MORE_BYTES];
        close(Part.of(open), bound, random, Part.of(closed));
        return closed;
    }

    Optional<byte[]> open(byte[] closed, byte[] bound) {
        byte[] open = new byte[Math.max(closed.length - MORE_BYTES, 0)];
        return open(Part.of(closed), bound, Part.of(open)) ? Optional.of(open) : Optional.empty();
    }

    /** A stretch of an array. */
    record Part(byte[] bytes, int from, int length) {
        static Part of(byte[] bytes) {
            return new Part(bytes, 0, bytes.length);
        }
    }
}
