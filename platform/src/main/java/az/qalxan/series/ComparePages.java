package az.qalxan.series;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the page that shows two reports side by side with the evidence marked in both. */
@Component
class ComparePages {

    private final SeriesSight sight;
    private final VisibleReports reports;
    private final ReportDesk desk;
    private final DecisionStore decisions;
    private final SeriesPages pages;
    private final LinkWords words;
    private final AuditLog audit;

    ComparePages(
            SeriesSight sight,
            VisibleReports reports,
            ReportDesk desk,
            DecisionStore decisions,
            SeriesPages pages,
            LinkWords words,
            AuditLog audit) {
        this.sight = sight;
        this.reports = reports;
        this.desk = desk;
        this.decisions = decisions;
        this.pages = pages;
        this.words = words;
        this.audit = audit;
    }

    /** Empty unless the caller may read both; the view of both is recorded. */
    @Transactional
    Optional<ComparePage> of(ReportId one, ReportId other, Text text) {
        Optional<SeriesLink> found = sight.link(one, other);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SeriesLink link = found.get();
        List<VisibleReport> both = reports.of(List.of(link.one().value(), link.other().value()));
        audit.record(
                SeriesAct.COMPARED,
                AuditSubject.of("report", link.one()),
                Map.of("other", link.other().toString()));
        return Optional.of(
                new ComparePage(
                        side(in(both, link.one()), link, LinkReason::inOne, text),
                        side(in(both, link.other()), link, LinkReason::inOther, text),
                        link,
                        pages.reasons(link, text),
                        series(link),
                        decisions
                                .inForce(
                                        new az.qalxan.engines.linking.series.ReportPair(
                                                link.one().value(), link.other().value()))
                                .orElse(null),
                        history(link)));
    }

    private static VisibleReport in(List<VisibleReport> both, ReportId id) {
        return both.stream().filter(one -> one.id().equals(id.value())).findFirst().orElseThrow();
    }

    private @Nullable SeriesNumber series(SeriesLink link) {
        return sight.of(link.one())
                .filter(piece -> piece.holds(link.other().value()))
                .map(Piece::number)
                .orElse(null);
    }

    private List<SeriesPage.DecisionRow> history(SeriesLink link) {
        return pages.withNumbers(
                decisions.about(List.of(link.one())).stream()
                        .filter(one ->
                                one.one().equals(link.one()) && one.other().equals(link.other()))
                        .toList());
    }

    private ComparePage.Side side(
            VisibleReport report,
            SeriesLink link,
            Function<LinkReason, List<LinkReason.Span>> spans,
            Text text) {
        SeriesMember member = new SeriesMember(report.row(), report.body());
        String title = words.category(report.row().category(), text);
        String region =
                report.row().region().isEmpty() ? "" : words.region(report.row().region(), text);
        return switch (desk.open(member.id(), "")) {
            case ReportDesk.Opening.Opened(var view) ->
                    new ComparePage.Side(
                            member,
                            title,
                            region,
                            view.language(),
                            MarkedText.of(
                                    view.story(),
                                    link.reasons().stream()
                                            .filter(one -> one.points() >= 0)
                                            .map(spans)
                                            .flatMap(List::stream)
                                            .toList()),
                            false);
            case ReportDesk.Opening.PurposeNeeded ignored ->
                    new ComparePage.Side(member, title, region, "", List.of(), true);
            case ReportDesk.Opening.Absent ignored ->
                    new ComparePage.Side(member, title, region, "", List.of(), true);
        };
    }
}
