package az.qalxan.casework.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A step of a case's qualification.
 *
 * @param sequence its place in the order of entry; 0 before it is stored
 * @param article the article that is put or dropped, or that stands from now on
 * @param replaces the article that it takes the place of; empty unless requalified
 * @param on the day of the decision
 * @param lawDay the day whose wording of the law applies
 * @param decision the decision's number and day, as the file has it
 */
record QualificationStep(
        long sequence,
        Kind kind,
        String article,
        String replaces,
        LocalDate on,
        LocalDate lawDay,
        String decision,
        String reason,
        Instant at,
        String author) {

    QualificationStep {
        if ((kind == Kind.REQUALIFIED) == replaces.isEmpty()) {
            throw new IllegalArgumentException("only a requalification replaces an article");
        }
    }

    /** What a step does. */
    enum Kind {
        PUT,
        REQUALIFIED,
        DROPPED;

        /** The name in the database; last part of a message key. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
