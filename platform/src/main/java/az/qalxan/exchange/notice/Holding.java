package az.qalxan.exchange.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an owner held a part of the net for a time.
 *
 * @param value as {@link ClaimKind#canonical} writes it
 * @param until the first moment at which it was not theirs any more; null while it is
 * @param registry whether it is known from a registry's file alone
 */
record Holding(
        UUID owner,
        ClaimKind kind,
        String value,
        Instant from,
        @Nullable Instant until,
        boolean registry) {

    boolean heldAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
