package az.qalxan.deconfliction;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of a body's watch list: tell me when this identifier appears again.
 *
 * @param body whose list it is
 * @param account who made it
 * @param owner the maker's name
 * @param kind of identifier; message key {@code identifier.<kind>}
 * @param value as people may see it; a card is masked
 * @param ground code of the legal basis
 */
record Watch(
        UUID id,
        String body,
        String account,
        String owner,
        String kind,
        String value,
        String ground,
        String purpose,
        Handling handling,
        Instant createdAt,
        Instant until,
        State state,
        int version) {

    /** Whether it still watches; message key {@code watch.state.<code>}. */
    enum State {
        LIVE,
        /** Its term has passed. */
        EXPIRED,
        /** Somebody ended it. */
        ENDED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean live() {
        return state == State.LIVE;
    }
}
