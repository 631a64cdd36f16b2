package az.qalxan.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Codes on paper that stand in for a lost second factor, once each: 80 random bits, so that a plain
 * SHA-256 keeps them safe.
 */
final class RecoveryCodes {

    static final int COUNT = 10;

    /** Crockford's base 32: no letter that is taken for a digit. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static List<String> draw(SecureRandom random) {
        return IntStream.range(0, COUNT).mapToObj(n -> one(random)).toList();
    }

    static String one(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    static boolean looksLikeOne(String typed) {
        return bare(typed).length() == LENGTH;
    }

    static byte[] hash(String typed) {
        return sha256(bare(typed));
    }

    private static String bare(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
