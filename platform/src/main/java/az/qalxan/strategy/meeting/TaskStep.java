package az.qalxan.strategy.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Something that became of a task.
 *
 * @param link evidence: a place in this system or a web address; empty for none
 * @param hand from whom to whom it was handed on; empty for other steps
 * @param due by when it was owed after the step
 */
record TaskStep(
        Kind kind, String words, String link, Hand hand, LocalDate due, Instant at, Doer doer) {

    /** Message key {@code meeting.taskstep.<code>}. */
    enum Kind {
        SET,
        ANSWERED,
        ACCEPTED,
        GIVEN_BACK,
        HANDED_ON,
        WITHDRAWN,
        RECOUNTED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Codes of two bodies. */
    record Hand(String from, String to) {

        static final Hand NONE = new Hand("", "");
    }

    /** Who did it, for which body. */
    record Doer(String account, String name, String body) {}
}
