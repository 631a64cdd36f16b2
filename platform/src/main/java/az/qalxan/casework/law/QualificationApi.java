package az.qalxan.casework.law;

import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The qualification of a case for a body's programs. */
@RestController
@Tag(name = "Cases")
class QualificationApi {

    private final CaseDesk cases;
    private final QualificationStore store;
    private final QualificationPages pages;
    private final Jurisdiction jurisdiction;

    QualificationApi(
            CaseDesk cases,
            QualificationStore store,
            QualificationPages pages,
            Jurisdiction jurisdiction) {
        this.cases = cases;
        this.store = store;
        this.pages = pages;
        this.jurisdiction = jurisdiction;
    }

    /** An article that stood on the asked day. */
    record StandingArticle(
            String article,
            LocalDate since,
            LocalDate wordingOf,
            String decision,
            boolean verified) {}

    /** A step of the history, without the names of people. */
    record TakenStep(
            String step,
            String article,
            String replaces,
            LocalDate on,
            String decision,
            Instant enteredAt) {}

    /** What stood on a day and every step, oldest decision first. */
    record QualificationOnDay(
            String number, LocalDate on, List<StandingArticle> standing, List<TakenStep> steps) {}

    /** {@code on} is a day such as 2026-11-27; today when left out. */
    @Requires("casework:read")
    @GetMapping("/api/cases/{number}/qualification")
    @Transactional
    public QualificationOnDay qualification(
            @PathVariable String number, @RequestParam(defaultValue = "") String on) {
        CaseHead head = cases.view(number);
        LocalDate day = day(on);
        Qualification qualification = store.of(head);
        return new QualificationOnDay(
                head.number().value(),
                day,
                qualification.asOf(day).stream().map(this::standing).toList(),
                qualification.steps().stream().map(QualificationApi::step).toList());
    }

    private StandingArticle standing(Qualification.Standing one) {
        return new StandingArticle(
                one.article(),
                one.since(),
                one.lawDay(),
                one.decision(),
                jurisdiction
                        .article(one.article(), one.lawDay())
                        .map(article -> article.basis().verified())
                        .orElse(false));
    }

    private static TakenStep step(QualificationStep one) {
        return new TakenStep(
                one.kind().code(),
                one.article(),
                one.replaces(),
                one.on(),
                one.decision(),
                one.at());
    }

    private LocalDate day(String on) {
        try {
            return on.isBlank() ? pages.today() : LocalDate.parse(on.strip());
        } catch (DateTimeParseException e) {
            throw EnteredText.wrong("on", "case.wrong.day", on);
        }
    }
}
