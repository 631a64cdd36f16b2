package az.qalxan.exchange.poll;

import az.qalxan.database.DataFolder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Closes the passwords for servers of others with a key that lies in the data folder, not in the
 * database: AES-192 in Galois/Counter Mode (NIST SP 800-38D), bound to the server they are for.
 */
@Component
public final class RemoteSecrets {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    RemoteSecrets(DataFolder folder, SecureRandom random) {
        folder.subfolder("secrets");
        this.key =
                new SecretKeySpec(HexFormat.of().parseHex(folder.secret("remote-servers")), "AES");
        this.random = random;
    }

    /** Closes a password for that server. */
    public byte[] close(String open, UUID remote) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed =
                run(Cipher.ENCRYPT_MODE, nonce, open.getBytes(StandardCharsets.UTF_8), remote);
        return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    }

    /** Opens what was closed for that server. */
    public String open(byte[] closed, UUID remote) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[closed.length - NONCE_BYTES];
        ByteBuffer.wrap(closed).get(nonce).get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest, remote), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, UUID remote) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(remote.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the password of a server cannot be read", e);
        }
    }
}
