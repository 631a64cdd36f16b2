package az.qalxan.reporting.form;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.ReportCheck;
import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks the answers as every intake does, and what only a form can ask for. */
@Component
class AnswerCheck {

    private static final Set<String> YES_NO = Set.of("yes", "no");
    private static final Set<String> LOST = Set.of("yes", "no", "unknown");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern PHONE = Pattern.compile("[-+()0-9 ./]{5,30}");

    private final ReportCheck check;
    private final Jurisdiction jurisdiction;

    AnswerCheck(ReportCheck check, Jurisdiction jurisdiction) {
        this.check = check;
        this.jurisdiction = jurisdiction;
    }

    /** The outcome for the whole form. */
    sealed interface Checked {

        record Fine(NewReport report) implements Checked {}

        record Wrong(List<Violation> violations) implements Checked {}
    }

    Checked all(Answers answers, String language) {
        List<Violation> violations = new ArrayList<>(ofForm(answers));
        ReportCheck.Checked checked = check.check(answers.raw(language), Channel.WEB);
        violations.addAll(mended(checked, answers));
        return switch (checked) {
            case ReportCheck.Checked.Accepted(var report) when violations.isEmpty() ->
                    new Checked.Fine(report);
            case ReportCheck.Checked.Accepted ignored -> new Checked.Wrong(violations);
            case ReportCheck.Checked.Rejected ignored -> new Checked.Wrong(violations);
        };
    }

    /** What is wrong with the fields of one page. */
    List<Violation> of(FormStep step, Answers answers, String language) {
        return switch (all(answers, language)) {
            case Checked.Fine ignored -> List.of();
            case Checked.Wrong(var violations) ->
                    violations.stream().filter(one -> step == stepOf(one)).toList();
        };
    }

    static FormStep stepOf(Violation violation) {
        return FormField.ofCode(violation.location()).map(FormStep::of).orElse(FormStep.CHECK);
    }

    private List<Violation> ofForm(Answers answers) {
        List<Violation> violations = new ArrayList<>();
        if (!YES_NO.contains(answers.of(FormField.DANGER))) {
            violations.add(at(FormField.DANGER, "form.wrong.danger"));
        }
        if (jurisdiction.groups().stream()
                .noneMatch(group -> answers.is(FormField.GROUP, group.code()))) {
            violations.add(at(FormField.GROUP, "form.wrong.choose"));
        }
        if (!LOST.contains(answers.of(FormField.LOST))) {
            violations.add(at(FormField.LOST, "form.wrong.lost"));
        }
        if (answers.is(FormField.LOST, "yes") && !answers.has(FormField.AMOUNT)) {
            violations.add(at(FormField.AMOUNT, "form.wrong.amount-missing"));
        }
        if (answers.has(FormField.TIME) && !answers.has(FormField.DAY)) {
            violations.add(at(FormField.DAY, "form.wrong.time-alone"));
        }
        if (mismatches(answers, FormField.EMAIL, EMAIL)) {
            violations.add(at(FormField.EMAIL, "form.wrong.email"));
        }
        if (mismatches(answers, FormField.PHONE, PHONE)) {
            violations.add(at(FormField.PHONE, "form.wrong.phone"));
        }
        return violations;
    }

    private static boolean mismatches(Answers answers, FormField field, Pattern form) {
        return answers.has(field) && !form.matcher(answers.of(field)).matches();
    }

    /** The findings of the common check, placed at the form's fields and in a citizen's words. */
    private static List<Violation> mended(ReportCheck.Checked checked, Answers answers) {
        return switch (checked) {
            case ReportCheck.Checked.Accepted ignored -> List.of();
            case ReportCheck.Checked.Rejected(var violations) ->
                    violations.stream().map(one -> mended(one, answers)).toList();
        };
    }

    private static Violation mended(Violation found, Answers answers) {
        FormField field = FormField.ofLocation(found.location()).orElse(FormField.STORY);
        String key =
                switch (field) {
                    case CATEGORY -> answers.has(field) ? found.key() : "form.wrong.choose";
                    case DAY ->
                            found.key().equals("report.wrong.date")
                                    ? "form.wrong.day"
                                    : "form.wrong.day-range";
                    case DANGER,
                            GROUP,
                            TIME,
                            REGION,
                            LOST,
                            AMOUNT,
                            CURRENCY,
                            PAID_HOW,
                            USED,
                            STORY,
                            NAME,
                            PHONE,
                            EMAIL,
                            ORGANISATION,
                            NO_DRAFT ->
                            found.key();
                };
        return new Violation(field.code(), key, found.arguments());
    }

    private static Violation at(FormField field, String key) {
        return Violation.at(field.code(), key);
    }
}
