package az.qalxan.casework;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Body;
import az.qalxan.reporting.ReportState;
import az.qalxan.reporting.ReportView;
import az.qalxan.reporting.SharedReport;
import java.time.Instant;
import java.util.List;

/**
 * What an officer sees of one report.
 *
 * @param cases those in sight that hold the report, the one that took it first
 * @param dueAt when the first answer is due: a response target, not a law
 */
record ReportPage(
        ReportView report,
        String title,
        String region,
        List<StoryPiece> story,
        List<Related> sharing,
        List<Body> receivers,
        List<ClosingReasons.ClosingReason> reasons,
        List<HeldReports.Holder> cases,
        Instant dueAt) {

    ReportPage {
        story = List.copyOf(story);
        sharing = List.copyOf(sharing);
        receivers = List.copyOf(receivers);
        reasons = List.copyOf(reasons);
        cases = List.copyOf(cases);
    }

    /** Another report and why it stands here. */
    record Related(TriagePage.Row row, List<SharedReport.Shared> reasons) {

        Related {
            reasons = List.copyOf(reasons);
        }
    }

    boolean waits() {
        return report.state().code().equals("waiting");
    }

    Handling handling() {
        return Handling.ofRank(report.handling());
    }

    /** Whether it may be put into another case. */
    boolean accepted() {
        return report.state() instanceof ReportState.Accepted;
    }

    /** What a step of its history says; a case's number only to those who may know of the case. */
    String detail(ReportView.Happening step) {
        boolean namesCase = step.kind().equals("accepted") || step.kind().equals("left-case");
        return !namesCase
                        || cases.stream()
                                .anyMatch(one -> one.number().value().equals(step.detail()))
                ? step.detail()
                : "";
    }
}
