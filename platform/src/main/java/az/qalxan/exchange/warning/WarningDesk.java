package az.qalxan.exchange.warning;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Handling;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where warnings are written, changed, handed over for approval and withdrawn. */
@Component
class WarningDesk {

    static final String SUBJECT = "warning";

    private final WarningStore store;
    private final WarningPack pack;
    private final AccessPolicy policy;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    WarningDesk(
            WarningStore store,
            WarningPack pack,
            AccessPolicy policy,
            Jurisdiction jurisdiction,
            AuditLog audit,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.pack = pack;
        this.policy = policy;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** A first warning; the answer is its number. */
    @Transactional
    public String write(Caller caller, WarningForm.Checked form) {
        return insert(caller, form, WarningKind.ALERT, null);
    }

    /** A draft that says more about a warning that is out; it stays a drill if that was one. */
    @Transactional
    public String follow(Caller caller, String number, WarningKind kind, WarningForm.Checked form) {
        Warning before = own(caller, number);
        if (!before.released() || kind == WarningKind.ALERT) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        WarningForm.Checked kept =
                new WarningForm.Checked(before.drill(), form.said(), form.audience());
        return insert(caller, kept, kind, before.id());
    }

    private String insert(
            Caller caller, WarningForm.Checked form, WarningKind kind, @Nullable UUID refers) {
        may(caller, Verb.CREATE, form.said().handling());
        Instant now = clock.instant();
        int year = LocalDate.ofInstant(now, jurisdiction.zone()).getYear();
        Warning one =
                new Warning(
                        UUID.randomUUID(),
                        WarningNumber.drawn(form.drill(), year, random),
                        caller.body().value(),
                        form.drill(),
                        kind,
                        refers,
                        form.said(),
                        form.audience(),
                        "draft",
                        1,
                        course(caller, form, now));
        store.insert(one);
        step(one, "written", caller, "");
        audit.record(WarningAct.WRITTEN, AuditSubject.of(SUBJECT, one.number()));
        return one.number();
    }

    private Warning.Course course(Caller caller, WarningForm.Checked form, Instant now) {
        return new Warning.Course(
                pack.ackMinutes(form.said().severity()),
                now,
                caller.name(),
                caller.account().toString(),
                null,
                "",
                null,
                "",
                "",
                null);
    }

    @Transactional
    public void change(Caller caller, String number, WarningForm.Checked form) {
        Warning old = own(caller, number);
        may(caller, Verb.CREATE, form.said().handling());
        Warning changed =
                new Warning(
                        old.id(),
                        old.number(),
                        old.body(),
                        old.drill(),
                        old.kind(),
                        old.refers(),
                        form.said(),
                        form.audience(),
                        old.state(),
                        old.round(),
                        course(caller, form, old.course().madeAt()));
        if (!store.change(changed)) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        step(old, "changed", caller, "");
        audit.record(WarningAct.CHANGED, AuditSubject.of(SUBJECT, number));
    }

    /** Hands the draft over to those who approve. */
    @Transactional
    public void ask(Caller caller, String number) {
        Warning one = own(caller, number);
        if (!store.ask(one.id(), clock.instant())) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        step(one, "asked", caller, "");
        audit.record(WarningAct.ASKED, AuditSubject.of(SUBJECT, number));
    }

    @Transactional
    public void withdraw(Caller caller, String number) {
        Warning one = own(caller, number);
        if (!store.withdraw(one.id())) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        step(one, "withdrawn", caller, "");
        audit.record(WarningAct.WITHDRAWN, AuditSubject.of(SUBJECT, number));
    }

    /** A warning of the caller's body, locked. */
    Warning own(Caller caller, String number) {
        return store.locked(number)
                .filter(one -> one.body().equals(caller.body().value()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    void may(Caller caller, Verb verb, Handling handling) {
        Right right = new Right(GuardedModule.WARNING, verb);
        if (!policy.permits(caller, right, caller.body(), handling)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
    }

    void step(Warning one, String kind, Caller caller, String words) {
        store.step(
                one.id(), new WarningStore.Step(clock.instant(), kind, caller.name(), "", words));
    }
}
