package az.qalxan.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What engines compare of a report, and who may see it.
 *
 * @param compartment null when the report stands in none
 * @param happenedAt null when the reporter did not say
 * @param loss null when nothing was lost
 * @param story the reporter's words; the identifiers' spans are offsets into it
 */
public record ReportContent(
        ReportId id,
        String state,
        String body,
        int handling,
        @Nullable UUID compartment,
        Instant reportedAt,
        @Nullable Instant happenedAt,
        String category,
        String region,
        @Nullable Loss loss,
        List<FoundIdentifier> identifiers,
        String story) {

    public ReportContent {
        identifiers = List.copyOf(identifiers);
    }
}
