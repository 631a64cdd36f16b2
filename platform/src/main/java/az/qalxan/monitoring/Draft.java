package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding before it is written.
 *
 * @param handling the narrowest marking of the events that made it
 * @param batch in whose judging it came up
 * @param events of a correlation every event that made it; otherwise the one
 * @param group what keeps findings of a correlation apart; empty otherwise
 * @param indicator what the event holds where no rule found it; null otherwise
 */
record Draft(
        Source source,
        Handling handling,
        long batch,
        UUID event,
        List<UUID> events,
        Instant at,
        RuleVersion version,
        RuleHead rule,
        String group,
        List<Matched> matched,
        List<Entity> entities,
        @Nullable KnownIndicator indicator) {

    Draft {
        events = List.copyOf(events);
        matched = List.copyOf(matched);
        entities = List.copyOf(entities);
    }

    /** What a rule found. */
    Draft(
            Source source,
            Handling handling,
            long batch,
            UUID event,
            List<UUID> events,
            Instant at,
            RuleVersion version,
            RuleHead rule,
            String group,
            List<Matched> matched,
            List<Entity> entities) {
        this(
                source, handling, batch, event, events, at, version, rule, group, matched, entities,
                null);
    }
}
