package az.qalxan.casework;

import az.qalxan.access.Colleagues;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.OffenceHint;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.Text;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Composes the page of a case. */
@Component
class CasePages {

    private final CaseContents contents;
    private final ReportLists lists;
    private final ReportPages reports;
    private final Jurisdiction jurisdiction;
    private final Colleagues colleagues;
    private final Clock clock;

    CasePages(
            CaseContents contents,
            ReportLists lists,
            ReportPages reports,
            Jurisdiction jurisdiction,
            Colleagues colleagues,
            Clock clock) {
        this.contents = contents;
        this.lists = lists;
        this.reports = reports;
        this.jurisdiction = jurisdiction;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    CasePage of(CaseFile file, Text text) {
        UUID id = file.head().id();
        List<ReportRow> rows = lists.ofCase(file.head().number().value());
        return new CasePage(
                file,
                rows.stream().map(row -> reports.row(row, text)).toList(),
                CasePage.losses(rows),
                contents.members(id),
                contents.notes(id),
                contents.tasksOf(id),
                contents.offences(id),
                hints(rows),
                contents.history(id),
                colleagues.ofCaller(),
                clock.instant());
    }

    /** Articles that the pack names for the categories of the case's reports. */
    private List<OffenceHint> hints(List<ReportRow> rows) {
        return rows.stream()
                .map(ReportRow::category)
                .distinct()
                .map(jurisdiction::category)
                .flatMap(Optional::stream)
                .map(Category::offences)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
