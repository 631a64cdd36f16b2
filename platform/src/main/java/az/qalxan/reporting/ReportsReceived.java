package az.qalxan.reporting;

import java.util.List;

/** Says, in the transaction that stores them, which reports came in. */
public record ReportsReceived(List<ReportFact> reports) {

    public ReportsReceived {
        reports = List.copyOf(reports);
    }
}
