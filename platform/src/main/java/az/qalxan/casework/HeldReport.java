package az.qalxan.casework;

import az.qalxan.reporting.ReportId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report's place in a case.
 *
 * @param link the id of this place; a report that left and came back has two
 * @param author who put it there
 * @param detachedAt when it left; null while it is there
 */
record HeldReport(
        UUID link,
        ReportId report,
        Instant attachedAt,
        String author,
        @Nullable Instant detachedAt,
        String detacher,
        String reason) {}
