package az.qalxan.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as a list shows it.
 *
 * @param excerpt the story's first words
 * @param linked how many other reports share an identifier that is not common to {@link
 *     #LINKED_MAX}
 */
public record ReportRow(
        ReportId id,
        ReportReference reference,
        String state,
        String category,
        String region,
        String channel,
        Instant reportedAt,
        int handling,
        @Nullable Loss loss,
        String excerpt,
        int linked,
        int version) {

    /** Counting stops here: more than this is an identifier that everybody shares. */
    public static final int LINKED_MAX = 100;

    public QueuePlace place() {
        return new QueuePlace(reportedAt, id.value());
    }
}
