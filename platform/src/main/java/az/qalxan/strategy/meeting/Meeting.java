package az.qalxan.strategy.meeting;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the commission as it stands.
 *
 * @param number by which people call it
 * @param version grows with every change of plan or agenda, so that two who change it notice
 * @param presiding the seat that leads it; null until it is opened
 * @param openedAt null before
 * @param closedAt null before
 */
record Meeting(
        UUID id,
        long number,
        Plan plan,
        State state,
        int version,
        @Nullable UUID presiding,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        String author) {

    /** When, where and about what it is planned, and how far it may travel. */
    record Plan(Instant start, String place, Words title, Handling handling) {}

    /** Where a meeting stands; message key {@code meeting.state.<code>}. */
    enum State {
        PLANNED,
        OPEN,
        CLOSED,
        CANCELLED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean planned() {
        return state == State.PLANNED;
    }

    boolean open() {
        return state == State.OPEN;
    }

    boolean closed() {
        return state == State.CLOSED;
    }

    /** The title in that language, in Azerbaijani where nobody gave it in English. */
    String title(String language) {
        return Said.in(plan.title(), language);
    }
}
