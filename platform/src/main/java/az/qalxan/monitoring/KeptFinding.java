package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a rule held for an event of a body, as it is stored.
 *
 * @param event the event that completed it
 * @param events of a correlation every event that made it; otherwise the one
 * @param at when it happened, as the event says
 * @param seen when it was found
 * @param trial by a version that is only tried: alerts nobody
 * @param indicator what the event holds where no rule found it; null otherwise
 */
public record KeptFinding(
        UUID id,
        String body,
        Handling handling,
        UUID source,
        UUID event,
        List<UUID> events,
        Instant at,
        Instant seen,
        RuleHead rule,
        List<Matched> matched,
        List<Entity> entities,
        boolean trial,
        @Nullable KnownIndicator indicator) {

    public KeptFinding {
        events = List.copyOf(events);
        matched = List.copyOf(matched);
        entities = List.copyOf(entities);
    }

    /** What a rule found. */
    public KeptFinding(
            UUID id,
            String body,
            Handling handling,
            UUID source,
            UUID event,
            List<UUID> events,
            Instant at,
            Instant seen,
            RuleHead rule,
            List<Matched> matched,
            List<Entity> entities,
            boolean trial) {
        this(
                id, body, handling, source, event, events, at, seen, rule, matched, entities, trial,
                null);
    }
}
