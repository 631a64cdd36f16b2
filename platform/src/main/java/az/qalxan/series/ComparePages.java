package az.qalxan.series;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.linking.series.Reason;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.engines.linking.series.StoryLikeness;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportView;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Composes the page that shows two reports side by side with the evidence marked in both. */
@Component
class ComparePages {

    private static final String ALIKE_STORY = Reason.Code.ALIKE_STORY.code();

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
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    Optional<ComparePage> of(ReportId one, ReportId other, Text text) {
        return sight.link(one, other).map(link -> page(link, text));
    }

    private ComparePage page(SeriesLink link, Text text) {
        audit.record(
                SeriesAct.COMPARED,
                AuditSubject.of("report", link.one()),
                Map.of("other", link.other().toString()));
        List<VisibleReport> both = reports.of(List.of(link.one().value(), link.other().value()));
        @Nullable ReportView one = opened(link.one());
        @Nullable ReportView other = opened(link.other());
        Marks marks = marks(link, one, other);
        return new ComparePage(
                side(in(both, link.one()), one, marks.inOne(), text),
                side(in(both, link.other()), other, marks.inOther(), text),
                link,
                pages.reasons(link, text),
                series(link),
                decisions
                        .inForce(new ReportPair(link.one().value(), link.other().value()))
                        .orElse(null),
                history(link));
    }

    /** The report, or null when it is opened for a stated purpose only. */
    private @Nullable ReportView opened(ReportId report) {
        return switch (desk.open(report, "")) {
            case ReportDesk.Opening.Opened(var view) -> view;
            case ReportDesk.Opening.PurposeNeeded ignored -> null;
            case ReportDesk.Opening.Absent ignored -> null;
        };
    }

    private record Marks(List<LinkReason.Span> inOne, List<LinkReason.Span> inOther) {}

    /** What speaks for the link: identifiers, and what both tell with the same words. */
    private static Marks marks(
            SeriesLink link, @Nullable ReportView one, @Nullable ReportView other) {
        Marks marks = new Marks(new ArrayList<>(), new ArrayList<>());
        for (LinkReason reason : link.reasons()) {
            if (reason.points() >= 0) {
                marks.inOne().addAll(reason.inOne());
                marks.inOther().addAll(reason.inOther());
            }
            if (reason.code().equals(ALIKE_STORY) && one != null && other != null) {
                for (StoryLikeness.Passage passage :
                        StoryLikeness.of(one.story(), other.story()).passages()) {
                    marks.inOne().add(Viewing.span(passage.first()));
                    marks.inOther().add(Viewing.span(passage.second()));
                }
            }
        }
        return marks;
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
            @Nullable ReportView view,
            List<LinkReason.Span> marks,
            Text text) {
        String region = report.row().region();
        return new ComparePage.Side(
                new SeriesMember(report.row(), report.body()),
                words.category(report.row().category(), text),
                region.isEmpty() ? "" : words.region(region, text),
                view == null ? "" : view.language(),
                view == null ? List.of() : MarkedText.of(view.story(), marks),
                view == null);
    }
}
