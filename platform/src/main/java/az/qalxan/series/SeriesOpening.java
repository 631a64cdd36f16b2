package az.qalxan.series;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.Text;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the page of a series; the view is recorded in the same transaction. */
@Component
class SeriesOpening {

    private final SeriesSight sight;
    private final SeriesPages pages;
    private final AuditLog audit;

    SeriesOpening(SeriesSight sight, SeriesPages pages, AuditLog audit) {
        this.sight = sight;
        this.pages = pages;
        this.audit = audit;
    }

    /** The section on a report's page, whose own view is recorded with the report. */
    @Transactional(readOnly = true)
    Optional<SeriesSection> section(ReportId report, int most, Text text) {
        return sight.of(report).map(piece -> pages.section(piece, report, most, text));
    }

    @Transactional
    Optional<SeriesPage> page(SeriesNumber number, int most, Text text) {
        Optional<SeriesPage> page = sight.of(number).map(piece -> pages.of(piece, most, text));
        page.ifPresent(one ->
                audit.record(SeriesAct.VIEWED, AuditSubject.of("series", one.series().number())));
        return page;
    }
}
