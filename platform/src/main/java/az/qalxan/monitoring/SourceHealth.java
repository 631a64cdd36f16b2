package az.qalxan.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is.
 *
 * @param lastSeen when its last events were taken; null before the first
 * @param events how many of the last day
 * @param damaged how many lines of the last day were no events
 * @param silentSince since when it is silent beyond its usual silence; null when it is not
 */
public record SourceHealth(
        Source source,
        @Nullable Instant lastSeen,
        long events,
        long damaged,
        @Nullable Instant silentSince) {}
