package az.qalxan.strategy.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of reports show. */
final class PlanReportPage {

    private PlanReportPage() {}

    /** A body that can be asked about. */
    record Scope(String code, String name) {}

    /**
     * The list of issued reports, and the way to a draft.
     *
     * @param period what the form begins with
     */
    record Listed(List<Line> issued, List<String> periods, List<Scope> scopes, String period) {

        Listed {
            issued = List.copyOf(issued);
            periods = List.copyOf(periods);
            scopes = List.copyOf(scopes);
        }
    }

    /** A report in the list; {@code issuer} is the acronym of who issued it. */
    record Line(IssuedReport report, String title, String scope, String issuer) {}

    /**
     * One report.
     *
     * @param mayIssue whether the viewer may issue what is a draft
     * @param earlier the newest issued report about the same; null if there is none
     */
    record One(
            PlanReportView view,
            ReportKey key,
            boolean mayIssue,
            @Nullable IssuedReport earlier,
            List<Signed> signed) {

        One {
            signed = List.copyOf(signed);
        }

        String query() {
            return "period=" + key.period().code() + "&body=" + key.scope();
        }
    }

    /** A signed print. */
    record Signed(
            String language, String sha256, String signer, String fingerprint, boolean trial) {}
}
