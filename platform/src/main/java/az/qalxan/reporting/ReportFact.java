package az.qalxan.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be counted about a report: nothing that names a person.
 *
 * @param loss null when nothing was lost
 */
public record ReportFact(
        ReportId id,
        Instant reportedAt,
        String category,
        String region,
        Channel channel,
        String body,
        @Nullable Loss loss) {}
