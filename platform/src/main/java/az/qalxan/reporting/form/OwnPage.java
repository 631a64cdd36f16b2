package az.qalxan.reporting.form;

import az.qalxan.jurisdiction.Advice;
import az.qalxan.reporting.ReportState;
import az.qalxan.reporting.ReportView;
import az.qalxan.reporting.ReporterNews;
import az.qalxan.web.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reporter's own report.
 *
 * @param category the category in the reader's language
 * @param bodies the names of the bodies that stand in the report, by their code
 * @param news what the modules tell about it, the newest first
 * @param typed what was typed and could not be stored, by its field
 * @param note message key of what was just done; empty when nothing was
 */
record OwnPage(
        ReportView report,
        String category,
        Map<String, String> bodies,
        List<Advice> advice,
        List<ReporterNews.Told> news,
        List<Violation> violations,
        Map<String, String> typed,
        String note) {

    OwnPage {
        news = List.copyOf(news);
        bodies = Map.copyOf(bodies);
        advice = List.copyOf(advice);
        violations = List.copyOf(violations);
        typed = Map.copyOf(typed);
    }

    boolean waits() {
        return report.state() instanceof ReportState.Waiting;
    }

    boolean ended() {
        return report.state() instanceof ReportState.Withdrawn
                || report.state() instanceof ReportState.Closed;
    }

    String body() {
        return bodies.getOrDefault(report.body(), report.body());
    }

    /** The name of the body of that code. */
    String body(String code) {
        return bodies.getOrDefault(code, code);
    }

    /** The body that examined the report; another one may have the case now. */
    String examiner() {
        return report.history().stream()
                .filter(step -> step.kind().equals("accepted") || step.kind().equals("closed"))
                .map(ReportView.Happening::body)
                .filter(code -> !code.isEmpty())
                .reduce((first, second) -> second)
                .map(this::body)
                .orElseGet(this::body);
    }

    /** The last time that something of that kind happened. */
    Optional<Instant> when(String kind) {
        return report.history().stream()
                .filter(step -> step.kind().equals(kind))
                .map(ReportView.Happening::at)
                .reduce((first, second) -> second);
    }

    String caseNumber() {
        return report.state() instanceof ReportState.Accepted(String number) ? number : "";
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    List<Violation> wrong(String field) {
        return violations.stream().filter(one -> one.location().equals(field)).toList();
    }

    /** An answer of the body that came after the reporter's last words. */
    boolean answered() {
        return !report.messages().isEmpty() && !report.messages().getLast().fromReporter();
    }
}
