package az.qalxan.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body's program that may call the interface for programs.
 *
 * @param revokedAt null while its token holds
 * @param lastUsedAt to the minute; null before the first use
 */
record ApiClient(
        AccountId id,
        String name,
        BodyCode body,
        Set<Role> roles,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    ApiClient {
        roles = Set.copyOf(roles);
    }

    boolean holds(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    Caller caller() {
        return new Caller(id, name, body, roles);
    }
}
