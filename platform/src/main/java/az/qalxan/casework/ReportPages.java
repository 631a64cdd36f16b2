package az.qalxan.casework;

import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportRow;
import az.qalxan.reporting.ReportView;
import az.qalxan.web.Text;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Composes the page of a report. */
@Component
class ReportPages {

    /** The response target of this installation: an answer within a day. */
    static final Duration ANSWER_WITHIN = Duration.ofHours(24);

    private static final Set<String> RECEIVERS = Set.of("competent-body", "cert");

    private final ReportDesk desk;
    private final Jurisdiction jurisdiction;
    private final ClosingReasons reasons;

    ReportPages(ReportDesk desk, Jurisdiction jurisdiction, ClosingReasons reasons) {
        this.desk = desk;
        this.jurisdiction = jurisdiction;
        this.reasons = reasons;
    }

    ReportPage of(ReportView report, Text text) {
        return new ReportPage(
                report,
                category(report.category(), text),
                region(report.region(), text),
                StoryPiece.of(report.story(), report.identifiers()),
                desk.sharing(report.id()).stream()
                        .map(one -> new ReportPage.Related(row(one.report(), text), one.reasons()))
                        .toList(),
                receivers(report.body()),
                reasons.inForce(),
                report.reportedAt().plus(ANSWER_WITHIN));
    }

    TriagePage.Row row(ReportRow row, Text text) {
        return new TriagePage.Row(
                row,
                category(row.category(), text),
                region(row.region(), text),
                row.reportedAt().plus(ANSWER_WITHIN));
    }

    String category(String code, Text text) {
        return jurisdiction
                .category(code)
                .map(one -> text.pick(one.title().az(), one.title().en()))
                .orElse(code);
    }

    String region(String code, Text text) {
        return jurisdiction
                .region(code)
                .map(one -> text.pick(one.name().az(), one.name().en()))
                .orElse("");
    }

    private List<Body> receivers(String owner) {
        return jurisdiction.bodies().stream()
                .filter(body -> body.kinds().stream().anyMatch(RECEIVERS::contains))
                .filter(body -> !body.code().equals(owner))
                .toList();
    }
}
