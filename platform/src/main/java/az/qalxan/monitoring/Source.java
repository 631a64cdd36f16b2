package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where log events come from.
 *
 * @param body whose it is; every event and finding of it belongs to that body
 * @param sector code of the pack
 * @param watches the object or system that it watches
 * @param criticality how much depends on that object: 1 little to 4 vital
 * @param format how its lines are written
 * @param taken of which log its events are where they do not tell
 * @param silenceMinutes after how long without an event it counts as silent
 * @param closedAt null while it is open
 */
public record Source(
        UUID id,
        String body,
        String name,
        String sector,
        String watches,
        int criticality,
        String format,
        LogOrigin taken,
        String purpose,
        int retentionDays,
        int silenceMinutes,
        Handling handling,
        Instant openedAt,
        @Nullable Instant closedAt,
        int version) {

    /** Which log events are of that do not tell it themselves; each may be empty. */
    public record LogOrigin(String product, String category, String service) {}

    public boolean open() {
        return closedAt == null;
    }
}
