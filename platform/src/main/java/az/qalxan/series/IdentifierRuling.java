package az.qalxan.series;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person ruled about an identifier; kept for good, also when it was taken back.
 *
 * @param hub whether it is common and links nothing
 * @param undone null while the ruling is in force
 */
record IdentifierRuling(
        UUID id,
        Subject subject,
        boolean hub,
        String reason,
        Instant at,
        String name,
        String body,
        SeriesDecision.@Nullable Undone undone) {

    /** The identifier: its key, its kind's code and the form that people may see. */
    record Subject(long key, String kind, String value) {}

    long key() {
        return subject.key();
    }

    boolean inForce() {
        return undone == null;
    }
}
