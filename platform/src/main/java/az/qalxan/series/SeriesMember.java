package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportRow;

/**
 * A report of a series.
 *
 * @param body the code of the body that has the report
 */
public record SeriesMember(ReportRow report, String body) {

    public ReportId id() {
        return report.id();
    }
}
