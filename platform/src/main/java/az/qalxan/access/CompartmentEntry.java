package az.qalxan.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period in which somebody could see what stands in a compartment.
 *
 * @param until when it ends by itself; null when it does not
 * @param endedAt when somebody ended it; null when nobody did
 * @param brokenIn whether two people opened it in a hurry, for some hours
 * @param giver who let the person in, by name
 */
public record CompartmentEntry(
        UUID id,
        String account,
        String name,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant endedAt,
        boolean brokenIn,
        String giver,
        String reason,
        String endedReason) {

    /** Whether the person is inside at that moment. */
    public boolean open(Instant now) {
        return endedAt == null && (until == null || until.isAfter(now));
    }

    /** When the person left, as far as that has happened; null while inside. */
    public @Nullable Instant left(Instant now) {
        return endedAt != null ? endedAt : open(now) ? null : until;
    }
}
