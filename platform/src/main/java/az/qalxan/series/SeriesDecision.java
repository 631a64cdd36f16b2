package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about two reports; it is kept for good, also when it was undone.
 *
 * @param standing confirmed or rejected
 * @param name of the person who decided
 * @param body the code of that person's body
 * @param undone null while the decision is in force
 */
public record SeriesDecision(
        UUID id,
        ReportId one,
        ReportId other,
        LinkStanding standing,
        String reason,
        Instant at,
        String name,
        String body,
        @Nullable Undone undone) {

    /** Who took a decision back, when and why. */
    public record Undone(Instant at, String name, String body, String reason) {}

    public boolean inForce() {
        return undone == null;
    }
}
