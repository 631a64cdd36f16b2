package az.qalxan.reporting;

import java.io.Serial;
import java.io.Serializable;

/** Says that its holder proved the secret of one report; only {@link ReporterDesk} makes it. */
public final class ReporterPass implements Serializable {

    @Serial private static final long serialVersionUID = 1L;

    private final String report;

    ReporterPass(ReportId report) {
        this.report = report.toString();
    }

    ReportId report() {
        return new ReportId(java.util.UUID.fromString(report));
    }
}
