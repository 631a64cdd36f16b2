package az.qalxan.assets;

import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Trails of money for the modules that show them. Each is made of what the caller may see and of
 * nothing else; no view is recorded here, because whoever shows a trail records that.
 */
@Component
public class MoneyTrails {

    /** Reports whose trails can be asked for together. */
    public static final int REPORTS_MAX = 1_000;

    private final TrailReader reader;

    MoneyTrails(TrailReader reader) {
        this.reader = reader;
    }

    /** The trail of those reports together; those beyond {@link #REPORTS_MAX} are left out. */
    @Transactional(readOnly = true)
    public Trail ofReports(Collection<ReportId> reports, TracingRule rule) {
        return reader.ofReports(reports.stream().limit(REPORTS_MAX).toList(), rule);
    }

    /** The trail of a case: of its reports and of what was entered in the case itself. */
    @Transactional(readOnly = true)
    public Trail ofCase(CaseNumber number, TracingRule rule) {
        return reader.ofCase(number, rule);
    }
}
