package az.qalxan.casework.sight;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody outside a compartment asked to see a case at once.
 *
 * @param caseNumber as it was typed; there may be no such case
 */
record BreakGlass(
        UUID id,
        String caseNumber,
        String account,
        String name,
        String reason,
        Instant askedAt,
        Decision decision) {

    /** How long the access lasts that two people gave. */
    static final Duration LASTS = Duration.ofHours(4);

    /** How long a request waits for the second person. */
    static final Duration WAITS = Duration.ofHours(24);

    /** Requests of one person that wait at the same time. */
    static final int WAITING_MAX = 5;

    /** What the second person said. */
    sealed interface Decision {

        /** Nothing yet. */
        record Pending() implements Decision {}

        /** Yes: access until then, if there is such a case. */
        record Approved(String decider, Instant at, Instant until) implements Decision {}

        /** No, for that reason. */
        record Refused(String decider, Instant at, String words) implements Decision {}
    }

    /** Whether a second person can still decide. */
    boolean waits(Instant now) {
        return decision instanceof Decision.Pending && askedAt.plus(WAITS).isAfter(now);
    }

    /** Message key {@code break-glass.state.<code>}. */
    String state(Instant now) {
        return switch (decision) {
            case Decision.Pending ignored -> waits(now) ? "waiting" : "lapsed";
            case Decision.Approved ignored -> "approved";
            case Decision.Refused ignored -> "refused";
        };
    }
}
