package az.qalxan.cooperation.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's time on duty.
 *
 * @param post officer or head
 * @param address where messages reach the person; empty for none
 * @param cancelledAt null while it stands
 * @param reason why it was cancelled
 */
record Shift(
        UUID id,
        String body,
        String post,
        String account,
        String name,
        String address,
        String phone,
        Instant start,
        Instant end,
        String enteredBy,
        @Nullable Instant cancelledAt,
        String cancelledBy,
        String reason) {

    /** Longer is a slip of the hand. */
    static final Duration LONGEST = Duration.ofHours(48);

    boolean cancelled() {
        return cancelledAt != null;
    }

    boolean runs(Instant now) {
        return !cancelled() && !now.isBefore(start) && now.isBefore(end);
    }
}
