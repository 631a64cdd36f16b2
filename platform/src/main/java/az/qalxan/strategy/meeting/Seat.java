package az.qalxan.strategy.meeting;

import java.util.Locale;
import java.util.UUID;

/**
 * A place at a meeting.
 *
 * @param body code of the body in the directory
 * @param post as the directory calls it, or as it was typed; may be empty
 * @param person may be empty: the post counts, not the person
 */
record Seat(UUID id, Role role, String body, String post, String person, boolean votes) {

    /** Message key {@code meeting.role.<code>}. */
    enum Role {
        CHAIR,
        SECRETARY,
        MEMBER,
        GUEST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Role of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Refuses a guest who votes. */
    Seat {
        if (role == Role.GUEST && votes) {
            throw new IllegalArgumentException("a guest has no vote");
        }
    }
}
