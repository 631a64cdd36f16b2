package az.qalxan.monitoring.incident;

import az.qalxan.access.Handling;
import az.qalxan.monitoring.criterion.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands.
 *
 * @param ofCountry whether it spans bodies; it belongs to the body that coordinates then
 * @param category class and type of the RSIT
 * @param moments how long it lasted and when it was found
 * @param raisedBy the person who raised it; empty when criteria did
 * @param caseNumber the case that came of it; empty for none
 */
record Incident(
        UUID id,
        IncidentNumber number,
        String body,
        Handling handling,
        String sector,
        boolean ofCountry,
        String title,
        Severity severity,
        String category,
        State state,
        Moments moments,
        String raisedBy,
        @Nullable Done acknowledged,
        @Nullable Ending ending,
        @Nullable UUID mergedInto,
        String caseNumber) {

    /** Message key {@code incident.state.<code>}. */
    enum State {
        NEW,
        ACKNOWLEDGED,
        CLOSED,
        MERGED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Its moments.
     *
     * @param firstAt when its first event happened
     * @param lastAt when its latest event happened
     * @param detectedAt when its first finding was made
     * @param openedAt when it became an incident
     */
    record Moments(Instant firstAt, Instant lastAt, Instant detectedAt, Instant openedAt) {}

    /** Who did something, and when. */
    record Done(Instant at, String by) {}

    /**
     * How it ended; message key {@code incident.outcome.<outcome>}.
     *
     * @param outcome true-positive, false-positive, benign or duplicate
     */
    record Ending(Done done, String outcome) {}

    boolean open() {
        return state == State.NEW || state == State.ACKNOWLEDGED;
    }

    String path() {
        return "/incidents/" + number.value();
    }

    /** From the first event to the first finding. */
    Duration toDetect() {
        return Duration.between(moments.firstAt(), moments.detectedAt());
    }
}
