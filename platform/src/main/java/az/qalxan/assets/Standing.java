package az.qalxan.assets;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.reporting.ReportId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The report or the case that a row belongs to, and who may therefore see the row.
 *
 * @param report null when the row belongs to a case
 * @param caseNumber empty when the row belongs to a report
 * @param label the report's reference or the case's number
 */
record Standing(
        @Nullable ReportId report,
        String caseNumber,
        String label,
        BodyCode body,
        Handling handling,
        @Nullable UUID compartment) {

    Standing {
        if ((report == null) == caseNumber.isEmpty()) {
            throw new IllegalArgumentException("a row belongs to one report or to one case");
        }
    }

    /** The page of the report or the case. */
    String path() {
        return report == null ? "/cases/" + caseNumber : "/reports/" + report;
    }

    /** The name of the scope in addresses: {@code report:…} or {@code case:…}. */
    String scope() {
        return report == null ? "case:" + caseNumber : "report:" + report;
    }

    @Nullable String reportText() {
        return report == null ? null : report.toString();
    }

    @Nullable String caseText() {
        return caseNumber.isEmpty() ? null : caseNumber;
    }
}
