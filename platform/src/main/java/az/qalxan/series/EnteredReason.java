package az.qalxan.series;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.List;

/** The reason that a person gives for a decision. */
final class EnteredReason {

    private EnteredReason() {}

    /**
     * The reason without blanks around it.
     *
     * @throws ProblemFound when it says nothing or too much
     */
    static String of(String typed) {
        String reason = typed.strip();
        if (reason.length() < SeriesDesk.REASON_CHARS_MIN
                || reason.length() > SeriesDesk.REASON_CHARS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    "reason",
                                    "series.wrong.reason",
                                    reason.length(),
                                    SeriesDesk.REASON_CHARS_MIN,
                                    SeriesDesk.REASON_CHARS_MAX)));
        }
        return reason;
    }
}
