package az.qalxan.access;

import az.qalxan.database.DataFolder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts second-factor secrets with a key that lies in the data folder, not in the database:
 * AES-192 in Galois/Counter Mode (NIST SP 800-38D), bound to the account it belongs to.
 */
@Component
final class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    SecretBox(DataFolder folder, SecureRandom random) {
        folder.subfolder("secrets");
        this.key =
                new SecretKeySpec(HexFormat.of().parseHex(folder.secret("second-factor")), "AES");
        this.random = random;
    }

    byte[] close(byte[] open, AccountId owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, open, owner);
        return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    }

    byte[] open(byte[] closed, AccountId owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[closed.length - NONCE_BYTES];
        ByteBuffer.wrap(closed).get(nonce).get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, AccountId owner) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a second-factor secret cannot be read", e);
        }
    }
}
