package az.qalxan.series;

import az.qalxan.reporting.ReportContent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this module keeps of a report beside its traits: who may see it, when it came, what was lost
 * in the country's currency.
 */
record ReportStanding(
        Instant reportedAt,
        String body,
        int handling,
        @Nullable UUID compartment,
        @Nullable BigDecimal lost) {

    static ReportStanding of(ReportContent report, String currency) {
        @Nullable BigDecimal lost =
                report.loss() != null && report.loss().currency().equals(currency)
                        ? report.loss().amount()
                        : null;
        return new ReportStanding(
                report.reportedAt(), report.body(), report.handling(), report.compartment(), lost);
    }
}
