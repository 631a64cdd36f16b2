package az.qalxan.series;

import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.reporting.ReportRow;
import java.util.UUID;

/** A report that the caller may see, with what it can be linked by. */
record VisibleReport(UUID component, String body, ReportTraits traits, ReportRow row) {

    UUID id() {
        return traits.id();
    }
}
