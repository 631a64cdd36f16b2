package az.qalxan.law;

import az.qalxan.engines.law.Period;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of what is recorded, which one person stands for and another one decides on.
 *
 * @param ofPack whether a new pack brought it
 * @param sponsor who stands for it; null while nobody has taken over what a pack brought
 * @param decision null while it is open
 */
record Proposal(
        UUID id,
        long number,
        Change change,
        String reason,
        boolean ofPack,
        @Nullable Sponsor sponsor,
        Instant proposedAt,
        State state,
        @Nullable Decision decision) {

    /** What is to happen; message key {@code law.act.<code>}. */
    enum Act {
        NEW,
        CHANGE,
        STANDING,
        END,
        RETRACT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Act of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Message key {@code law.proposal.<code>}. */
    enum State {
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What would be recorded.
     *
     * @param days on which the fact would hold, or on which nothing would
     * @param fact null where nothing is to stand
     * @param basedOn the recording that it changes; null for a new one
     */
    record Change(
            LineKey line, Act act, Period days, @Nullable JsonNode fact, @Nullable UUID basedOn) {

        Change {
            boolean empties = act == Act.END || act == Act.RETRACT;
            if (empties != (fact == null) || (act == Act.NEW) != (basedOn == null)) {
                throw new IllegalArgumentException("no whole change of " + line + ": " + act);
            }
        }
    }

    /** Who stands for a change. */
    record Sponsor(String account, String name) {}

    /** Who decided, and in which words. */
    record Decision(String account, String name, Instant at, String words) {}

    boolean open() {
        return state == State.OPEN;
    }

    boolean isOf(String account) {
        return sponsor != null && sponsor.account().equals(account);
    }
}
