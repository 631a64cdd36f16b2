package az.qalxan.casework;

import az.qalxan.reporting.ReportId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands in a case, for the modules whose records belong to cases. */
@Component
public class CaseGlances {

    private final CaseStore store;
    private final HeldReports held;

    CaseGlances(CaseStore store, HeldReports held) {
        this.store = store;
        this.held = held;
    }

    /** The reports in a case, at most a thousand, as far as the caller may see both. */
    @Transactional(readOnly = true)
    public List<ReportId> reports(CaseNumber number) {
        return store
                .find(number)
                .map(file -> held.of(file.head(), 0, HeldReports.ROWS_MAX))
                .orElse(List.of())
                .stream()
                .map(HeldReport::report)
                .toList();
    }
}
