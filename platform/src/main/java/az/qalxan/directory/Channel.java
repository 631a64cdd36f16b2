package az.qalxan.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach an organisation.
 *
 * @param post the post it leads to; null for the organisation as a whole
 * @param checkedAt when somebody last tried it; null when nobody did
 * @param checkedBy the account that tried it; empty when nobody did
 */
record Channel(
        UUID id,
        String organisation,
        @Nullable UUID post,
        ChannelAddress address,
        ChannelStatus status,
        @Nullable Instant checkedAt,
        String checkedBy) {}
