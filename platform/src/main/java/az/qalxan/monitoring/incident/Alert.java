package az.qalxan.monitoring.incident;

import az.qalxan.access.Handling;
import az.qalxan.monitoring.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Findings of one entity of a body that are near each other in time.
 *
 * @param firstAt when the first of its events happened
 * @param seenAt when the first of its findings was made
 * @param level of the gravest rule, 1 to 5
 * @param title of the gravest rule
 */
record Alert(
        UUID id,
        String body,
        Handling handling,
        String sector,
        Entity entity,
        Instant firstAt,
        Instant lastAt,
        Instant seenAt,
        int findings,
        int level,
        String title) {

    /** Whether an event of that moment is near enough to be part of it. */
    boolean near(Instant at, Duration gap) {
        return !at.isBefore(firstAt.minus(gap)) && !at.isAfter(lastAt.plus(gap));
    }

    /** The alert with one more finding. */
    Alert with(Found found) {
        boolean graver = found.level() > level;
        return new Alert(
                id,
                body,
                handling.rank() >= found.handling().rank() ? handling : found.handling(),
                sector,
                entity,
                found.at().isBefore(firstAt) ? found.at() : firstAt,
                found.at().isAfter(lastAt) ? found.at() : lastAt,
                found.seen().isBefore(seenAt) ? found.seen() : seenAt,
                findings + 1,
                Math.max(level, found.level()),
                graver ? found.title() : title);
    }
}
