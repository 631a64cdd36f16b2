package az.qalxan.reporting.form;

import az.qalxan.reporting.Attachments;
import az.qalxan.reporting.Attachments.Screening;
import az.qalxan.reporting.IntakeOnce;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.ReportReference;
import az.qalxan.reporting.RequestKey;
import az.qalxan.reporting.ScreenedFile;
import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a form: checks everything at once, then stores the report and its files once. */
@Component
class ReportForm {

    private final AnswerCheck check;
    private final Attachments attachments;
    private final IntakeOnce intake;

    ReportForm(AnswerCheck check, Attachments attachments, IntakeOnce intake) {
        this.check = check;
        this.attachments = attachments;
        this.intake = intake;
    }

    /** The outcome of sending. */
    sealed interface Sending {

        record Received(ReceiptShown receipt) implements Sending {}

        /** The same form was sent before. */
        record Known(ReportReference reference) implements Sending {}

        record Wrong(List<Violation> violations) implements Sending {}
    }

    Sending send(Answers answers, String key, List<Attachments.Upload> uploads, String language) {
        AnswerCheck.Checked checked = check.all(answers, language);
        Screening screening = attachments.screen(uploads);
        if (checked instanceof AnswerCheck.Checked.Fine(NewReport report)
                && screening instanceof Screening.Passed(List<ScreenedFile> files)) {
            return store(answers, key, report, files);
        }
        return new Sending.Wrong(violations(checked, screening));
    }

    private Sending store(Answers answers, String key, NewReport report, List<ScreenedFile> files) {
        RequestKey named = RequestKey.of(key, answers.toString()).orElseThrow();
        IntakeOnce.Outcome outcome =
                intake.receive(named, report, id -> attachments.attach(id, files));
        return switch (outcome) {
            case IntakeOnce.Outcome.Stored(var receipt) ->
                    new Sending.Received(
                            new ReceiptShown(
                                    key,
                                    receipt.reference().value(),
                                    receipt.secret().value(),
                                    report.category(),
                                    files.size()));
            case IntakeOnce.Outcome.Repeated earlier -> new Sending.Known(earlier.reference());
        };
    }

    private static List<Violation> violations(AnswerCheck.Checked checked, Screening screening) {
        List<Violation> violations = new ArrayList<>();
        if (checked instanceof AnswerCheck.Checked.Wrong(var wrong)) {
            violations.addAll(wrong);
        }
        if (screening instanceof Screening.Refused(var refused)) {
            violations.addAll(refused);
        }
        return violations;
    }
}
