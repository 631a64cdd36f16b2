package az.qalxan.casework.law;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.EnteredText;
import az.qalxan.casework.Noted;
import az.qalxan.casework.OffenceDesk;
import az.qalxan.casework.OffenceQualified;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a step to a case's qualification. */
@Component
class Qualifying implements OffenceDesk {

    private final CaseDesk cases;
    private final QualificationStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Qualifying(
            CaseDesk cases,
            QualificationStore store,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** A step as a person asks for it. */
    record Asked(
            QualificationStep.Kind kind,
            String article,
            String replaces,
            LocalDate on,
            LocalDate lawDay,
            String decision,
            String reason) {}

    @Override
    @Transactional
    public void qualify(CaseNumber number, Step step, Caller caller) {
        qualify(
                number.value(),
                new Asked(
                        step.replaces().isEmpty()
                                ? QualificationStep.Kind.PUT
                                : QualificationStep.Kind.REQUALIFIED,
                        step.article(),
                        step.replaces(),
                        step.on(),
                        step.on(),
                        "",
                        step.reason()),
                caller);
    }

    @Transactional
    public void qualify(String number, Asked asked, Caller caller) {
        CaseHead head = cases.require(number);
        store.hold(head);
        Instant now = clock.instant();
        QualificationStep step =
                new QualificationStep(
                        Long.MAX_VALUE,
                        asked.kind(),
                        asked.article(),
                        asked.replaces(),
                        asked.on(),
                        asked.lawDay(),
                        asked.decision(),
                        asked.reason(),
                        now,
                        caller.name());
        switch (store.of(head).with(step)) {
            case Qualification.Outcome.Added ignored -> keep(head, step);
            case Qualification.Outcome.Standing(var article, var on) ->
                    throw EnteredText.wrong("article", "case.wrong.article-stands", article, on);
            case Qualification.Outcome.Missing(var article, var on) ->
                    throw EnteredText.wrong("article", "case.wrong.article-missing", article, on);
        }
    }

    private void keep(CaseHead head, QualificationStep step) {
        store.add(head, step);
        String words =
                step.replaces().isEmpty()
                        ? step.article()
                        : step.replaces() + " → " + step.article();
        cases.note(
                head,
                Noted.by(step.author(), act(step.kind()), "offence-" + step.kind().code())
                        .with(words));
        events.publishEvent(
                new OffenceQualified(
                        head.number(),
                        head.body().value(),
                        step.kind().code(),
                        step.article(),
                        step.replaces(),
                        step.on(),
                        step.at(),
                        head.restricted()));
    }

    private static LawAct act(QualificationStep.Kind kind) {
        return switch (kind) {
            case PUT -> LawAct.PUT;
            case REQUALIFIED -> LawAct.REQUALIFIED;
            case DROPPED -> LawAct.DROPPED;
        };
    }
}
