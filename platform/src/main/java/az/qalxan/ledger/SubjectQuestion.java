package az.qalxan.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who dealt with that subject between two moments?
 *
 * @param subject as {@code kind/id}
 * @param until the first moment that is not asked about
 */
public record SubjectQuestion(String subject, Instant from, Instant until) {

    private static final int SUBJECT_LENGTH_MAX = 300;

    /** Clocks of witnesses and of this instance may be so far apart. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(5);

    /**
     * Checks the question.
     *
     * @throws IllegalArgumentException for no subject or an empty time
     */
    public SubjectQuestion {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until.truncatedTo(ChronoUnit.MICROS);
        if (!isSubject(subject) || !from.isBefore(until)) {
            throw new IllegalArgumentException("no question: " + subject);
        }
    }

    /** Whether that is a subject: its kind, a slash and its id, without blanks. */
    public static boolean isSubject(String text) {
        return text.length() <= SUBJECT_LENGTH_MAX
                && text.matches("[a-z][a-z0-9-]*/[^\\s\\p{Cntrl}]+");
    }

    /**
     * By when a witness must have signed a tree, by its own clock, so that nothing in it can be
     * asked about.
     */
    public Instant signedBy() {
        return from.isBefore(Instant.EPOCH.plus(CLOCKS_APART_MAX))
                ? Instant.EPOCH
                : from.minus(CLOCKS_APART_MAX);
    }

    boolean asksAbout(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
