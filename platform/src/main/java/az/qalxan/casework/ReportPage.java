package az.qalxan.casework;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Body;
import az.qalxan.reporting.ReportState;
import az.qalxan.reporting.ReportView;
import az.qalxan.reporting.SharedReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer sees of one report.
 *
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
        Instant dueAt) {

    ReportPage {
        story = List.copyOf(story);
        sharing = List.copyOf(sharing);
        receivers = List.copyOf(receivers);
        reasons = List.copyOf(reasons);
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

    /** The case that took it, or null. */
    @Nullable String caseNumber() {
        return switch (report.state()) {
            case ReportState.Accepted(String number) -> number;
            case ReportState.Waiting ignored -> null;
            case ReportState.Closed ignored -> null;
            case ReportState.Withdrawn ignored -> null;
        };
    }
}
