package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportRow;
import az.qalxan.reporting.ReportView;
import az.qalxan.web.Text;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the page of a report. */
@Component
class ReportPages {

    /** The response target of this installation: an answer within a day. */
    static final Duration ANSWER_WITHIN = Duration.ofHours(24);

    private final ReportDesk desk;
    private final Jurisdiction jurisdiction;
    private final ClosingReasons reasons;
    private final HeldReports held;
    private final Receivers receivers;

    ReportPages(
            ReportDesk desk,
            Jurisdiction jurisdiction,
            ClosingReasons reasons,
            HeldReports held,
            Receivers receivers) {
        this.desk = desk;
        this.jurisdiction = jurisdiction;
        this.reasons = reasons;
        this.held = held;
        this.receivers = receivers;
    }

    @Transactional(readOnly = true)
    public ReportPage of(ReportView report, Text text) {
        return new ReportPage(
                report,
                category(report.category(), text),
                region(report.region(), text),
                StoryPiece.of(report.story(), report.identifiers()),
                desk.sharing(report.id()).stream()
                        .map(one -> new ReportPage.Related(row(one.report(), text), one.reasons()))
                        .toList(),
                receivers.without(new BodyCode(report.body())),
                reasons.inForce(),
                held.holders(report.id()),
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
}
