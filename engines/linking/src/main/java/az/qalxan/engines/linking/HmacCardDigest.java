package az.qalxan.engines.linking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over the digits, in lower-case hexadecimal (RFC 2104). A bare hash would not do: the
 * card numbers behind one masked form are few enough to try them all.
 */
public final class HmacCardDigest implements CardDigest {

    /** The shortest accepted key, in bytes. */
    public static final int KEY_BYTES_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Copies the key.
     *
     * @throws IllegalArgumentException if the key is shorter than {@value #KEY_BYTES_MIN} bytes
     */
    public HmacCardDigest(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "The card digest key has %d bytes; at least %d are needed."
                            .formatted(key.length, KEY_BYTES_MIN));
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    @Override
    public String of(String digits) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA-256.", missing);
        }
    }
}
