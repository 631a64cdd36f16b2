package az.qalxan.reporting;

import org.jspecify.annotations.Nullable;

/**
 * An identifier that stands in a report.
 *
 * @param kind phone, iban, card, wallet, domain, url, email, ip or handle
 * @param scheme the kind's variety, for example {@code bitcoin}; empty when it has none
 * @param value the normalised form as people may see it; a card shows its first six and last four
 * @param linkKey what must be equal in two reports to link them; empty when it must not link
 * @param start where it starts in the story (UTF-16), null when it was given in a field of its own
 * @param end where it ends, exclusive; null with {@code start}
 */
public record FoundIdentifier(
        String kind,
        String scheme,
        String value,
        String linkKey,
        @Nullable Integer start,
        @Nullable Integer end) {

    /** The same, evidence of nothing. */
    FoundIdentifier unlinked() {
        return new FoundIdentifier(kind, scheme, value, "", start, end);
    }
}
