package az.qalxan.access;

import java.time.Instant;
import java.util.Base64;

/**
 * A passkey that stands as second factor (W3C Web Authentication, level 3).
 *
 * @param id the credential's id, base64url
 * @param label how its owner calls it
 * @param usedAt the last sign-in with it, or when it was added
 */
record Passkey(String id, String label, Instant createdAt, Instant usedAt) {

    static String code(byte[] id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /**
     * @throws IllegalArgumentException when it is no base64url
     */
    static byte[] bytes(String code) {
        return Base64.getUrlDecoder().decode(code);
    }
}
