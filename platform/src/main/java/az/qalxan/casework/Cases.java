package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.access.Colleague;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.audit.AuditedAct;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with cases; each step and its audit record are one transaction. */
@Component
public class Cases {

    private final CaseStore store;
    private final CaseContents contents;
    private final ReportDesk reports;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseStore store,
            CaseContents contents,
            ReportDesk reports,
            Jurisdiction jurisdiction,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.reports = reports;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A new case and how many of the asked reports it took: others may have been decided first. */
    public record Opened(CaseNumber number, int taken) {}

    /** Opens a case with reports that wait. */
    @Transactional
    public Opened open(CaseOpening opening) {
        Instant now = clock.instant();
        CaseHead head =
                new CaseHead(
                        UUID.randomUUID(),
                        CaseNumber.of(now.atZone(jurisdiction.zone()).getYear(), store.nextCount()),
                        opening.title(),
                        opening.body(),
                        opening.handling(),
                        false,
                        now,
                        0);
        store.insert(head);
        if (!opening.account().isEmpty()) {
            contents.join(
                    head.id(),
                    new CaseContents.Member(opening.account(), opening.author(), true),
                    now);
        }
        note(head, CaseworkAct.OPENED, "opened", opening.author(), opening.title());
        int taken = take(head, opening.reports(), opening.author());
        events.publishEvent(new CaseOpened(head.number(), head.body().value(), now));
        return new Opened(head.number(), taken);
    }

    /** Takes waiting reports into an open case. */
    @Transactional
    public Opened add(CaseNumber number, List<ReportId> added, Caller caller) {
        return switch (see(number)) {
            case CaseFile.OpenCase open ->
                    new Opened(number, take(open.head(), added, caller.name()));
            case CaseFile.SuspendedCase ignored -> throw state("suspended");
            case CaseFile.ClosedCase ignored -> throw state("closed");
        };
    }

    private int take(CaseHead head, List<ReportId> asked, String author) {
        if (asked.isEmpty()) {
            return 0;
        }
        List<ReportId> taken = reports.accept(asked, head.number().value());
        if (taken.isEmpty()) {
            throw ProblemFound.of(CaseworkProblem.DECIDED_MEANWHILE);
        }
        note(
                head,
                CaseworkAct.REPORTS_ADDED,
                "reports-added",
                author,
                String.valueOf(taken.size()));
        return taken.size();
    }

    /** The case, or the problem "not found" for those who may not know of it. */
    CaseFile see(CaseNumber number) {
        return find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    Optional<CaseFile> find(CaseNumber number) {
        return store.find(number);
    }

    /** Shows a case; the view is recorded. */
    @Transactional
    CaseFile view(CaseNumber number) {
        CaseFile seen = see(number);
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

    /** Takes a step; refused when the state does not allow it or somebody was faster. */
    @Transactional
    void step(CaseNumber number, int version, Step step, String reason, Caller caller) {
        CaseFile before = see(number);
        if (before.head().version() != version) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        step(before, step, reason, caller.name());
    }

    /** Takes a step from whatever state the case is in, when that state allows it. */
    @Transactional
    public void step(CaseNumber number, Step step, String reason, Caller caller) {
        step(see(number), step, reason, caller.name());
    }

    private void step(CaseFile before, Step step, String reason, String author) {
        CaseFile after = next(before, step, reason);
        if (!store.save(after, clock.instant())) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        note(before.head(), act(after), after.code(), author, reason);
        if (after instanceof CaseFile.ClosedCase) {
            events.publishEvent(
                    new CaseClosed(
                            before.head().number(), before.head().body().value(), clock.instant()));
        }
    }

    private static CaseFile next(CaseFile before, Step step, String reason) {
        return switch (before) {
            case CaseFile.OpenCase open when step == Step.SUSPEND -> open.suspend(reason, null);
            case CaseFile.OpenCase open when step == Step.CLOSE -> open.close(reason);
            case CaseFile.SuspendedCase suspended when step == Step.RESUME -> suspended.resume();
            case CaseFile.SuspendedCase suspended when step == Step.CLOSE ->
                    suspended.close(reason);
            case CaseFile.ClosedCase closed when step == Step.REOPEN -> closed.reopen();
            case CaseFile.OpenCase ignored -> throw state("open");
            case CaseFile.SuspendedCase ignored -> throw state("suspended");
            case CaseFile.ClosedCase ignored -> throw state("closed");
        };
    }

    private static CaseworkAct act(CaseFile after) {
        return switch (after) {
            case CaseFile.OpenCase ignored -> CaseworkAct.RESUMED;
            case CaseFile.SuspendedCase ignored -> CaseworkAct.SUSPENDED;
            case CaseFile.ClosedCase ignored -> CaseworkAct.CLOSED;
        };
    }

    @Transactional
    void restrict(CaseNumber number, int version, boolean restricted, Caller caller) {
        CaseFile file = see(number);
        contents.join(
                file.head().id(),
                new CaseContents.Member(caller.account().toString(), caller.name(), false),
                clock.instant());
        if (file.head().version() != version
                || !store.restrict(file.head(), restricted, clock.instant())) {
            throw ProblemFound.of(CaseworkProblem.CASE_CHANGED);
        }
        note(
                file.head(),
                CaseworkAct.RESTRICTED,
                restricted ? "restricted" : "unrestricted",
                caller.name(),
                "");
    }

    @Transactional
    void write(CaseNumber number, String text, Caller caller) {
        CaseHead head = see(number).head();
        contents.write(head.id(), new CaseContents.Note(clock.instant(), caller.name(), text));
        note(head, CaseworkAct.NOTED, "noted", caller.name(), "");
    }

    /** Sets a task in a case. */
    @Transactional
    public void set(CaseNumber number, CaseTask task, Caller caller) {
        CaseHead head = see(number).head();
        contents.set(head.id(), task, clock.instant());
        note(head, CaseworkAct.TASK_SET, "task-set", caller.name(), task.title());
    }

    @Transactional
    void end(CaseNumber number, UUID task, String state, Caller caller) {
        CaseHead head = see(number).head();
        CaseTask ended =
                contents.end(head.id(), task, state, clock.instant())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        note(head, CaseworkAct.TASK_ENDED, "task-" + state, caller.name(), ended.title());
    }

    /** Gives a person of the case's body named access. */
    @Transactional
    void join(CaseNumber number, Colleague colleague, Caller caller) {
        CaseHead head = see(number).head();
        contents.join(
                head.id(),
                new CaseContents.Member(colleague.account().toString(), colleague.name(), false),
                clock.instant());
        note(head, CaseworkAct.MEMBER_JOINED, "joined", caller.name(), colleague.name());
    }

    @Transactional
    void put(CaseNumber number, CaseContents.Offence offence, Caller caller) {
        CaseHead head = see(number).head();
        contents.put(head.id(), offence, clock.instant());
        note(head, CaseworkAct.OFFENCE_SET, "offence-set", caller.name(), offence.article());
    }

    private void note(CaseHead head, AuditedAct act, String kind, String author, String detail) {
        contents.note(head.id(), new CaseContents.Happening(clock.instant(), kind, author, detail));
        audit.record(act, AuditSubject.of("case", head.number()));
    }

    private static ProblemFound state(String state) {
        return ProblemFound.of(CaseworkProblem.CASE_STATE, state);
    }
}
