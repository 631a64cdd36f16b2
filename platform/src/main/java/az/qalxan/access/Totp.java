package az.qalxan.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, 30-second steps, 6 digits. */
final class Totp {

    static final int STEP_SECONDS = 30;

    /** Steps by which the app's clock may be off, either way (RFC 6238 section 5.2). */
    private static final int STEPS_OFF_MAX = 1;

    private static final int DIGITS = 6;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of that step. */
    static String code(TotpSecret secret, long step) {
        return code(secret, step, DIGITS);
    }

    static String code(TotpSecret secret, long step, int digits) {
        byte[] hash = hmac(secret.bytes(), ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        int modulus = (int) Math.pow(10, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    /** The step, near now, to which the typed code belongs; every step is compared in full. */
    static OptionalLong match(TotpSecret secret, String typed, Instant now) {
        byte[] given = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        long middle = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = middle - STEPS_OFF_MAX; step <= middle + STEPS_OFF_MAX; step++) {
            byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-1", e);
        }
    }
}
