package az.qalxan.reporting;

import java.time.Instant;
import java.util.List;

/** Says, in the same transaction, that reports took another state or went to another body. */
public record ReportMoved(List<ReportId> reports, String state, String body, Instant at) {

    public ReportMoved {
        reports = List.copyOf(reports);
    }
}
