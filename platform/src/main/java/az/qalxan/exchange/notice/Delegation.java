package az.qalxan.exchange.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That another organisation, or a person of it, handles something for an owner.
 *
 * @param held the part as a claim names it; empty for everything
 * @param toName the named person; empty for everybody of the organisation
 * @param revokedAt null while nobody revoked it
 */
record Delegation(
        UUID id,
        UUID owner,
        String held,
        String toBody,
        String toName,
        Instant from,
        Instant until,
        String givenBy,
        @Nullable Instant revokedAt,
        String revokedBy) {

    boolean holds(Instant now) {
        return revokedAt == null && now.isBefore(until);
    }
}
