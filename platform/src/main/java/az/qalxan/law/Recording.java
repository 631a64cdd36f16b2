package az.qalxan.law;

import az.qalxan.engines.law.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was said of a line.
 *
 * @param valid the days on which it holds
 * @param fact what holds, as JSON of its kind's record
 * @param proposal by which change it came; null when the first pack brought it
 * @param from since when it is recorded
 * @param until when something else was recorded instead; null while it stands
 */
record Recording(
        UUID id,
        LineKey line,
        Period valid,
        JsonNode fact,
        @Nullable UUID proposal,
        Instant from,
        @Nullable Instant until) {

    boolean stands() {
        return until == null;
    }

    boolean knownAt(Instant moment) {
        return !from.isAfter(moment) && (until == null || until.isAfter(moment));
    }
}
