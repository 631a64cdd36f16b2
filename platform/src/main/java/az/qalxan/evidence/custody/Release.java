package az.qalxan.evidence.custody;

import az.qalxan.evidence.ExhibitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was given to a lawful owner, or ended otherwise.
 *
 * @param receiver who got it
 * @param document by what the receiver was identified
 * @param decision on what decision it rests
 * @param receipt the receiver's signature on paper: number and day
 * @param until by when a loan comes back; null for the other kinds
 * @param back how a loan came back; null while it has not
 */
record Release(
        UUID id,
        ExhibitId exhibit,
        Kind kind,
        String receiver,
        String document,
        String decision,
        String words,
        String receipt,
        Instant at,
        @Nullable LocalDate until,
        String author,
        String factor,
        @Nullable Back back) {

    /** What kind of giving it is. */
    enum Kind {
        COPY,
        LOAN,
        RETURN,
        DISPOSAL;

        /** The name in the database; message key {@code custody.release.<code>}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** That a loan came back, and in what state. */
    record Back(Instant at, String author, String words) {}

    /** Whether it is a loan that has not come back. */
    boolean out() {
        return kind == Kind.LOAN && back == null;
    }
}
