package az.qalxan.reporting;

import java.time.Instant;
import java.util.List;

/**
 * Says, in the same transaction, that reports took another state, went to another body, or came
 * into a compartment or out of it: whoever keeps rows about reports follows.
 *
 * @param body where they went; empty when they stayed
 * @param secluded whether they stand in a compartment: who counts for everybody does not count this
 *     before the compartment is lifted
 */
public record ReportMoved(
        List<ReportId> reports, String state, String body, Instant at, boolean secluded) {

    public ReportMoved {
        reports = List.copyOf(reports);
    }
}
