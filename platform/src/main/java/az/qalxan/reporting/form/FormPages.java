package az.qalxan.reporting.form;

import az.qalxan.jurisdiction.Advice;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportReading;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Composes the pages of the form. */
@Component
class FormPages {

    private final Jurisdiction jurisdiction;
    private final ReportReading reading;
    private final Clock clock;

    FormPages(Jurisdiction jurisdiction, ReportReading reading, Clock clock) {
        this.jurisdiction = jurisdiction;
        this.reading = reading;
        this.clock = clock;
    }

    FormPage of(FormStep step, Answers answers, String key, List<Violation> violations) {
        return new FormPage(
                step,
                answers,
                violations,
                key,
                choices(answers),
                reading(answers),
                LocalDate.ofInstant(clock.instant(), jurisdiction.zone()).toString());
    }

    private FormPage.Choices choices(Answers answers) {
        return new FormPage.Choices(
                jurisdiction.emergencyNumbers(),
                jurisdiction.groups(),
                jurisdiction.categories().stream()
                        .filter(one -> answers.is(FormField.GROUP, one.group()))
                        .toList(),
                jurisdiction.regions(),
                advice(answers.of(FormField.CATEGORY)));
    }

    /** What to do at once about that category. */
    List<Advice> advice(String category) {
        return jurisdiction.category(category).map(Category::advice).orElse(List.of()).stream()
                .map(jurisdiction::advice)
                .flatMap(Optional::stream)
                .toList();
    }

    List<FoundIdentifier> recognised(String text) {
        return reading.recognise(text).stream().distinct().toList();
    }

    private FormPage.Reading reading(Answers answers) {
        String used = answers.of(FormField.USED);
        String story = answers.of(FormField.STORY);
        return new FormPage.Reading(
                recognised(used + "\n" + story), reading.masked(used), reading.masked(story));
    }

    /** Answers that fit together: a category of another group than the chosen one is dropped. */
    Answers consistent(Answers answers) {
        boolean fits =
                jurisdiction
                        .category(answers.of(FormField.CATEGORY))
                        .map(one -> answers.is(FormField.GROUP, one.group()))
                        .orElse(true);
        return fits ? answers : answers.with(FormField.CATEGORY, "");
    }

    boolean knowsGroup(String group) {
        return jurisdiction.groups().stream().anyMatch(one -> one.code().equals(group));
    }
}
