package az.qalxan.strategy.meeting;

import java.util.Locale;
import java.util.UUID;

/**
 * A topic on the agenda of a meeting, since somebody touched it.
 *
 * @param reason why it was dropped; empty unless it was
 * @param words what was said about it
 * @param version grows with every wording that is taken in
 */
record AgendaItem(
        UUID id,
        int place,
        Topic topic,
        State state,
        String reason,
        String words,
        int version,
        String author) {

    /** Message key {@code meeting.item.<code>}. */
    enum State {
        ON,
        DROPPED,
        CARRIED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    String key() {
        return topic.key();
    }

    boolean on() {
        return state == State.ON;
    }
}
