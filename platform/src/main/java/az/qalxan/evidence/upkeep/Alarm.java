package az.qalxan.evidence.upkeep;

import az.qalxan.evidence.ExhibitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That bytes of an exhibit were found lost or altered.
 *
 * @param kind damaged, missing or sealed
 * @param ranges where, in bytes; may be empty
 * @param settled how a person ended it; null while it stands
 */
record Alarm(
        UUID id,
        ExhibitId exhibit,
        String number,
        String title,
        String kind,
        String ranges,
        Instant raisedAt,
        @Nullable Settled settled) {

    /** Who ended it, and with what words. */
    record Settled(Instant at, String by, String words) {}

    boolean open() {
        return settled == null;
    }
}
