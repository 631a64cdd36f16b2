package az.qalxan.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which reports of the caller's body a list shows; an empty text lets everything through.
 *
 * @param state a code of {@link ReportState}
 * @param since reported at or after; null for any time
 * @param withLoss only those who lost money
 */
public record QueueFilter(
        String state,
        String category,
        String region,
        String channel,
        @Nullable Instant since,
        boolean withLoss) {

    /** Everything that waits. */
    public static final QueueFilter WAITING = new QueueFilter("waiting", "", "", "", null, false);
}
