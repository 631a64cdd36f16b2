package az.qalxan.strategy.meeting;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a meeting.
 *
 * @param start when it was planned before it was moved; null for other steps
 * @param place where it was planned before it was moved; empty for other steps
 * @param words why
 */
record MeetingStep(
        Kind kind, @Nullable Instant start, String place, String words, Instant at, String name) {

    /** Message key {@code meeting.step.<code>}. */
    enum Kind {
        PLANNED,
        MOVED,
        CANCELLED,
        OPENED,
        QUORUM_LOST,
        QUORUM_BACK,
        CLOSED,
        CORRECTION;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static MeetingStep of(Kind kind, String words, Instant at, String name) {
        return new MeetingStep(kind, null, "", words, at, name);
    }
}
