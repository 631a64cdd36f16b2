package az.qalxan.reporting;

import java.time.Instant;
import java.util.List;

/** Says, in the same transaction, that reports got their first answer. */
public record ReportAnswered(List<ReportId> reports, Instant at) {

    public ReportAnswered {
        reports = List.copyOf(reports);
    }
}
