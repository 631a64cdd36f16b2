package az.qalxan.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a request, so that sending it again stores nothing a second time (IETF
 * draft-ietf-httpapi-idempotency-key-header).
 *
 * @param value 1 to {@value #CHARS_MAX} visible ASCII characters, chosen by the sender
 * @param digest the SHA-256 of what the request carries, in hexadecimal
 */
public record RequestKey(String value, String digest) {

    public static final int CHARS_MAX = 100;

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1," + CHARS_MAX + "}");

    public RequestKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a request's key");
        }
    }

    /** The key of a request with that content; empty when the key has another form. */
    public static Optional<RequestKey> of(String value, String content) {
        return FORM.matcher(value).matches()
                ? Optional.of(new RequestKey(value, sha256(content)))
                : Optional.empty();
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
