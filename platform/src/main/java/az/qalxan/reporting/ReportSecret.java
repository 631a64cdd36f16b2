package az.qalxan.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What the reporter keeps to see the report again: sixteen characters that are hard to confuse, 80
 * bits, shown once. Only its digest is stored.
 */
public record ReportSecret(String value) {

    /** Without the characters that are read as others: I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CHARACTERS = 16;
    private static final int GROUP = 4;

    static ReportSecret draw(RandomGenerator random) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            drawn.append(i > 0 && i % GROUP == 0 ? "-" : "");
            drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ReportSecret(drawn.toString());
    }

    /** The SHA-256 of the reference and the secret; spaces, hyphens and case do not matter. */
    byte[] digest(ReportReference reference) {
        String canonical =
                value.replaceAll("[^0-9A-Za-z]", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((reference + ":" + canonical).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ReportSecret[hidden]";
    }
}
