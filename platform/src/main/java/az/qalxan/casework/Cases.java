package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.CaseOutcome;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with cases; each step and its audit record are one transaction. */
@Component
public class Cases {

    /** Draws of a number before giving up: two in a row that are taken are rare already. */
    private static final int DRAWS_MAX = 50;

    private final CaseStore store;
    private final CaseContents contents;
    private final CaseMembers members;
    private final CaseReports reports;
    private final CaseDesk desk;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final SecureRandom random;
    private final Clock clock;

    Cases(
            CaseStore store,
            CaseContents contents,
            CaseMembers members,
            CaseReports reports,
            CaseDesk desk,
            Jurisdiction jurisdiction,
            AuditLog audit,
            ApplicationEventPublisher events,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.members = members;
        this.reports = reports;
        this.desk = desk;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.events = events;
        this.random = random;
        this.clock = clock;
    }

    /** A new case and how many of the asked reports it took: others may have been decided first. */
    public record Opened(CaseNumber number, int taken) {}

    /** Opens a case with reports that wait. */
    @Transactional
    public Opened open(CaseOpening opening) {
        Instant now = clock.instant();
        CaseHead head = numbered(opening, now);
        if (!opening.account().isEmpty()) {
            members.join(head, new CaseMember(opening.account(), opening.author(), true));
        }
        desk.note(
                head,
                Noted.by(opening.author(), CaseworkAct.OPENED, "opened").with(opening.title()));
        int taken =
                opening.reports().isEmpty()
                        ? 0
                        : reports.take(head, opening.reports(), opening.author());
        events.publishEvent(new CaseOpened(head.number(), head.body().value(), now));
        return new Opened(head.number(), taken);
    }

    private CaseHead numbered(CaseOpening opening, Instant now) {
        int year = now.atZone(jurisdiction.zone()).getYear();
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            CaseHead head =
                    new CaseHead(
                            UUID.randomUUID(),
                            CaseNumber.drawn(year, random),
                            opening.title(),
                            opening.body(),
                            opening.handling(),
                            null,
                            now,
                            0);
            if (store.insert(head)) {
                return head;
            }
        }
        throw new IllegalStateException("no number of " + year + " is free for a case");
    }

    /** Takes waiting reports into an open case. */
    @Transactional
    public Opened add(CaseNumber number, List<ReportId> added, Caller caller) {
        return switch (desk.file(number)) {
            case CaseFile.OpenCase open ->
                    new Opened(
                            number,
                            added.isEmpty() ? 0 : reports.take(open.head(), added, caller.name()));
            case CaseFile.SuspendedCase ignored -> throw state("suspended");
            case CaseFile.ClosedCase ignored -> throw state("closed");
        };
    }

    /** Shows a case; the view is recorded. */
    @Transactional
    CaseFile view(CaseNumber number) {
        CaseFile seen = desk.file(number);
        audit.record(CaseworkAct.VIEWED, AuditSubject.of("case", number));
        return seen;
    }

    /** A step between states, in the words of the page. */
    public enum Step {
        SUSPEND,
        RESUME,
        CLOSE,
        REOPEN
    }

    /**
     * A step with its grounds.
     *
     * @param ending how it ends, for the steps that end something; of the others only the reason
     */
    public record Stepping(Step step, Ending ending) {}

    /** Takes a step; refused when the state does not allow it or somebody was faster. */
    @Transactional
    void step(CaseNumber number, int version, Stepping stepping, Caller caller) {
        CaseFile before = desk.file(number);
        if (before.head().version() != version) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        step(before, stepping, caller.name());
    }

    /** Takes a step from whatever state the case is in, when that state allows it. */
    @Transactional
    public void step(CaseNumber number, Stepping stepping, Caller caller) {
        step(desk.file(number), stepping, caller.name());
    }

    private void step(CaseFile before, Stepping stepping, String author) {
        CaseFile after = next(before, stepping);
        known(after);
        Instant now = clock.instant();
        if (!store.save(after, now)) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        desk.note(
                before.head(),
                Noted.by(author, act(after), after.code()).with(stepping.ending().reason()));
        events.publishEvent(event(after, now));
    }

    private static CaseFile next(CaseFile before, Stepping stepping) {
        Step step = stepping.step();
        Ending ending = stepping.ending();
        return switch (before) {
            case CaseFile.OpenCase open when step == Step.SUSPEND -> open.suspend(ending, null);
            case CaseFile.OpenCase open when step == Step.CLOSE -> open.close(ending);
            case CaseFile.SuspendedCase suspended when step == Step.RESUME -> suspended.resume();
            case CaseFile.SuspendedCase suspended when step == Step.CLOSE ->
                    suspended.close(ending);
            case CaseFile.ClosedCase closed when step == Step.REOPEN -> closed.reopen();
            case CaseFile.OpenCase ignored -> throw state("open");
            case CaseFile.SuspendedCase ignored -> throw state("suspended");
            case CaseFile.ClosedCase ignored -> throw state("closed");
        };
    }

    /** A case ends only as the country pack knows it, on this day. */
    private void known(CaseFile after) {
        if (after instanceof CaseFile.OpenCase) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        String outcome = after.ending().outcome();
        boolean holds =
                jurisdiction
                        .outcome(outcome)
                        .filter(one -> one.state().equals(after.code()))
                        .map(CaseOutcome::basis)
                        .filter(basis -> basis.holdsOn(today))
                        .isPresent();
        if (!holds) {
            throw EnteredText.wrong("outcome", "case.wrong.outcome", outcome);
        }
    }

    private static CaseworkAct act(CaseFile after) {
        return switch (after) {
            case CaseFile.OpenCase ignored -> CaseworkAct.RESUMED;
            case CaseFile.SuspendedCase ignored -> CaseworkAct.SUSPENDED;
            case CaseFile.ClosedCase ignored -> CaseworkAct.CLOSED;
        };
    }

    private static Object event(CaseFile after, Instant now) {
        CaseHead head = after.head();
        String body = head.body().value();
        return switch (after) {
            case CaseFile.OpenCase ignored ->
                    new CaseResumed(head.number(), body, now, head.restricted());
            case CaseFile.SuspendedCase suspended ->
                    new CaseSuspended(
                            head.number(),
                            body,
                            suspended.ending().outcome(),
                            now,
                            head.restricted());
            case CaseFile.ClosedCase closed ->
                    new CaseClosed(
                            head.number(),
                            body,
                            closed.ending().outcome(),
                            head.openedAt(),
                            now,
                            head.restricted());
        };
    }

    @Transactional
    void write(CaseNumber number, String text, Caller caller) {
        CaseHead head = desk.file(number).head();
        contents.write(head.id(), new CaseContents.Note(clock.instant(), caller.name(), text));
        desk.note(head, Noted.by(caller.name(), CaseworkAct.NOTED, "noted"));
    }

    /** Sets a task in a case. */
    @Transactional
    public void set(CaseNumber number, CaseTask task, Caller caller) {
        CaseHead head = desk.file(number).head();
        contents.set(head.id(), task, clock.instant());
        desk.note(
                head, Noted.by(caller.name(), CaseworkAct.TASK_SET, "task-set").with(task.title()));
    }

    @Transactional
    void end(CaseNumber number, UUID task, String state, Caller caller) {
        CaseHead head = desk.file(number).head();
        CaseTask ended =
                contents.end(head.id(), task, state, clock.instant())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        desk.note(
                head,
                Noted.by(caller.name(), CaseworkAct.TASK_ENDED, "task-" + state)
                        .with(ended.title()));
    }

    /** Says that the case is about a series, or no longer. */
    @Transactional
    void series(CaseNumber number, String series, boolean about, Caller caller) {
        CaseHead head = desk.file(number).head();
        boolean changed =
                about
                        ? contents.about(head.id(), series, caller.name(), clock.instant())
                        : contents.notAbout(head.id(), series);
        if (changed) {
            desk.note(
                    head,
                    Noted.by(
                                    caller.name(),
                                    CaseworkAct.SERIES_NAMED,
                                    about ? "series-named" : "series-left")
                            .with(series));
        }
    }

    private static ProblemFound state(String state) {
        return ProblemFound.of(CaseworkProblem.CASE_STATE, state);
    }
}
