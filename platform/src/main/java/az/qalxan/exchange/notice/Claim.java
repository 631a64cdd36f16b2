package az.qalxan.exchange.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a part of the net is an owner's.
 *
 * @param source claim or registry; key {@code notice.source.<source>}
 * @param state asked, approved or refused; key {@code notice.claim.<state>}
 * @param until null while it goes on
 */
record Claim(
        UUID id,
        UUID owner,
        String ownerName,
        ClaimKind kind,
        String value,
        String source,
        String state,
        Instant from,
        @Nullable Instant until,
        String askedBy,
        String askedAccount,
        String decidedBy,
        String reason) {

    boolean asked() {
        return state.equals("asked");
    }

    boolean holds(Instant now) {
        return state.equals("approved") && (until == null || now.isBefore(until));
    }
}
