package az.qalxan.engines.ledger;

import java.util.Base64;
import java.util.Optional;

/** Standard base64 with padding (RFC 4648 §4), of which only the canonical spelling is read. */
final class Base64Text {

    private Base64Text() {}

    /** The bytes; empty where the text is longer, no base64 or another spelling of it. */
    static Optional<byte[]> read(String text, int lengthMax) {
        if (text.length() > lengthMax) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(text);
            return canonical ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
