package az.qalxan.casework.sight;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.EnteredText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Four eyes for a case out of sight: one asks with a reason, another consents. */
@Component
class BreakingGlass {

    private final CaseDesk cases;
    private final BreakGlassStore store;
    private final AuditLog audit;
    private final Clock clock;

    BreakingGlass(CaseDesk cases, BreakGlassStore store, AuditLog audit, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the caller sees the case already and needs nobody. */
    @Transactional(readOnly = true)
    public boolean sees(CaseNumber number) {
        return cases.find(number).isPresent();
    }

    /** Asks; the answer is the same whether there is such a case or not. */
    @Transactional
    public void ask(CaseNumber number, String reason, Caller caller) {
        Instant now = clock.instant();
        long waiting = store.askedBy(caller).stream().filter(one -> one.waits(now)).count();
        if (waiting >= BreakGlass.WAITING_MAX) {
            throw EnteredText.wrong("number", "break-glass.wrong.many", BreakGlass.WAITING_MAX);
        }
        BreakGlass asked =
                new BreakGlass(
                        UUID.randomUUID(),
                        number.value(),
                        caller.account().toString(),
                        caller.name(),
                        reason,
                        now,
                        new BreakGlass.Decision.Pending());
        store.ask(asked);
        audit.record(
                SightAct.BREAK_ASKED, AuditSubject.of("case", number), Map.of("reason", reason));
    }

    /** Consents as the second person. */
    @Transactional
    public void approve(UUID id, String words, Caller caller) {
        Instant now = clock.instant();
        if (!store.approve(
                new BreakGlassStore.Consent(
                        id, caller.name(), words, now, now.plus(BreakGlass.LASTS)))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                SightAct.BREAK_APPROVED,
                AuditSubject.of("break-glass", id),
                Map.of("reason", words));
    }

    @Transactional
    public void refuse(UUID id, String words, Caller caller) {
        if (!store.refuse(id, caller.name(), words, clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                SightAct.BREAK_REFUSED,
                AuditSubject.of("break-glass", id),
                Map.of("reason", words));
    }

    /** Takes note of an alarm, so that it no longer waits for this person. */
    @Transactional
    public void takeNote(UUID id) {
        if (store.take(id, clock.instant())) {
            audit.record(SightAct.ALARM_SEEN, AuditSubject.of("break-glass", id));
        }
    }
}
