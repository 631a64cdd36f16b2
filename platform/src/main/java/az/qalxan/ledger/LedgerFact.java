package az.qalxan.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that happened, to be a leaf of the log.
 *
 * @param kind a short word: exhibit, custody, verification
 * @param subject what it happened to, as {@code kind/id}; only a blinded form of it leaves; empty
 *     when it is about nothing in particular
 * @param content what happened, as canonical JSON; only a salted digest of it leaves
 * @param at when; kept to the microsecond
 */
public record LedgerFact(String kind, String subject, byte[] content, Instant at) {

    /** The longest content. */
    public static final int CONTENT_BYTES_MAX = 1 << 20;

    private static final int SUBJECT_LENGTH_MAX = 500;

    /** Copies the content. */
    public LedgerFact {
        if (!kind.matches("[a-z]{2,16}")) {
            throw new IllegalArgumentException("no kind of a fact: " + kind);
        }
        if (subject.length() > SUBJECT_LENGTH_MAX || content.length > CONTENT_BYTES_MAX) {
            throw new IllegalArgumentException("a fact of " + content.length + " bytes");
        }
        content = content.clone();
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
