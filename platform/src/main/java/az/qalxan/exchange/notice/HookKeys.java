package az.qalxan.exchange.notice;

import az.qalxan.database.DataFolder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keys of web hooks: drawn here, shown once, closed with a key that lies in the data folder
 * (AES-GCM, NIST SP 800-38D, bound to the owner), and the signatures that they make (HMAC-SHA256,
 * RFC 2104).
 */
@Component
final class HookKeys {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    HookKeys(DataFolder folder, SecureRandom random) {
        folder.subfolder("secrets");
        this.key = new SecretKeySpec(HexFormat.of().parseHex(folder.secret("web-hooks")), "AES");
        this.random = random;
    }

    /** A new key, as its owner enters it at the other end. */
    String draw() {
        byte[] drawn = new byte[KEY_BYTES];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    byte[] close(String open, UUID owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed =
                run(Cipher.ENCRYPT_MODE, nonce, open.getBytes(StandardCharsets.US_ASCII), owner);
        return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    }

    /** What stands in the header {@code Qalxan-Signature}: the moment and the signature of both. */
    String sign(byte[] closed, UUID owner, long seconds, String body) {
        return "t=" + seconds + ",v1=" + signature(open(closed, owner), seconds + "." + body);
    }

    static String signature(String key, String signed) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), MAC));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private String open(byte[] closed, UUID owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[closed.length - NONCE_BYTES];
        ByteBuffer.wrap(closed).get(nonce).get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest, owner), StandardCharsets.US_ASCII);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, UUID owner) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of a web hook cannot be read", e);
        }
    }
}
