package az.qalxan.engines.linking;

import java.util.Objects;

/**
 * An identifier found in a text, in its normalised form.
 *
 * @param kind what it is
 * @param scheme the sub-kind: bitcoin, ethereum or tron for a wallet; v4 or v6 for an address; the
 *     service for a handle, or unknown; empty for every other kind
 * @param value the normalised form; for a card the first six and last four digits around asterisks
 * @param start offset of the first UTF-16 unit in the text
 * @param end offset behind the last UTF-16 unit in the text
 */
public record Identifier(IdentifierKind kind, String scheme, String value, int start, int end) {

    /** Refuses an empty value, an empty span and a card value that is not masked. */
    public Identifier {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scheme, "scheme");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An identifier needs a value; it was empty.");
        }
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "A span starts at 0 or later and holds one unit or more; it was [%d, %d)."
                            .formatted(start, end));
        }
        if (kind == IdentifierKind.CARD && !CardNumbers.isMasked(value)) {
            throw new IllegalArgumentException("A card value must be masked before it is kept.");
        }
    }

    /**
     * The string by which two reports are compared: equal keys mean the same identifier. A card
     * gives its masked form here, which is not enough to link by; see {@link #linkable()}.
     */
    public String key() {
        return LinkingKeys.of(kind, scheme, value);
    }

    /** False for a card: different cards share a masked form, so only its digest links. */
    public boolean linkable() {
        return kind != IdentifierKind.CARD;
    }
}
