package az.qalxan.engines.linking;

import java.util.Objects;

/**
 * An identifier together with the key that links it, which for a card is its keyed digest.
 *
 * @param identifier the identifier as it may be shown and stored
 * @param key equal for equal identifiers; {@code card:} and the digest for a card
 */
public record KeyedIdentifier(Identifier identifier, String key) {

    /** Refuses an empty key. */
    public KeyedIdentifier {
        Objects.requireNonNull(identifier, "identifier");
        if (key.isEmpty()) {
            throw new IllegalArgumentException("An identifier needs a key; it was empty.");
        }
    }
}
