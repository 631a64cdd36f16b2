package az.qalxan.strategy.meeting;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a decision asks of a body.
 *
 * @param body code of the body that owes it
 * @param version grows with every step
 */
record Task(
        UUID id,
        long number,
        UUID meeting,
        long decision,
        String body,
        Handling handling,
        Words words,
        Due due,
        State state,
        int version) {

    /**
     * By when, and how that day was found.
     *
     * @param provisional whether a year was counted whose free days nobody has decided
     * @param reasons the steps of the counting
     */
    record Due(
            LocalDate setOn,
            int workingDays,
            LocalDate on,
            boolean provisional,
            List<Words> reasons) {

        /** Copies. */
        Due {
            reasons = List.copyOf(reasons);
        }
    }

    /** Message key {@code meeting.task.<code>}. */
    enum State {
        OPEN,
        ANSWERED,
        DONE,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean overdue(LocalDate today) {
        return state == State.OPEN && due.on().isBefore(today);
    }

    boolean runs() {
        return state == State.OPEN || state == State.ANSWERED;
    }
}
