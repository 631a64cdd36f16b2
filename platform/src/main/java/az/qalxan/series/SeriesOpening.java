package az.qalxan.series;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the page of a series; the view is recorded in the same transaction. */
@Component
class SeriesOpening {

    private final SeriesSight sight;
    private final SeriesPages pages;
    private final AlikeReports alike;
    private final AuditLog audit;

    SeriesOpening(SeriesSight sight, SeriesPages pages, AlikeReports alike, AuditLog audit) {
        this.sight = sight;
        this.pages = pages;
        this.alike = alike;
        this.audit = audit;
    }

    /** The section on a report's page, whose own view is recorded with the report. */
    @Transactional(readOnly = true)
    ReportSection section(ReportId report, int most, Text text) {
        Optional<Piece> piece = sight.of(report);
        List<AlikeReport> found = alike.of(report, piece.orElse(null));
        return new ReportSection(
                piece.map(one -> pages.section(one, report, most, text)).orElse(null),
                found.stream().map(one -> pages.alike(one, text)).toList());
    }

    /** Reports whose stories read like that one's; that they were listed is recorded. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    List<AlikeReport> alike(ReportId report) {
        List<AlikeReport> found = alike.of(report, sight.of(report).orElse(null));
        if (!found.isEmpty()) {
            audit.record(SeriesAct.PROPOSED, AuditSubject.of("report", report));
        }
        return found;
    }

    @Transactional
    Optional<SeriesPage> page(SeriesNumber number, int most, Text text) {
        Optional<SeriesPage> page = sight.of(number).map(piece -> pages.of(piece, most, text));
        page.ifPresent(one ->
                audit.record(SeriesAct.VIEWED, AuditSubject.of("series", one.series().number())));
        return page;
    }
}
