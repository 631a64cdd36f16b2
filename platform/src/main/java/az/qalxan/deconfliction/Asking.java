package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportShares;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the asking body does: puts a question, takes it back, gives a consent back. */
@Component
class Asking {

    private final Hits hits;
    private final HitStore store;
    private final AskStore asks;
    private final ReportShares shares;
    private final RuleBook book;
    private final Entered entered;
    private final AuditLog audit;
    private final Clock clock;
    private final Jurisdiction jurisdiction;

    Asking(
            Hits hits,
            HitStore store,
            AskStore asks,
            ReportShares shares,
            RuleBook book,
            Entered entered,
            AuditLog audit,
            Clock clock,
            Jurisdiction jurisdiction) {
        this.hits = hits;
        this.store = store;
        this.asks = asks;
        this.shares = shares;
        this.book = book;
        this.entered = entered;
        this.audit = audit;
        this.clock = clock;
        this.jurisdiction = jurisdiction;
    }

    /** Why a body asks: a ground's code and words. */
    record Reason(String ground, String purpose) {}

    /** Asks the other side what it holds; it learns that the caller's body holds the identifier. */
    @Transactional
    UUID ask(Caller caller, UUID hit, Reason reason) {
        HitRow row = hits.see(caller, hit);
        Entered.Check check = new Entered.Check();
        entered.ground(check, reason.ground());
        String purpose = entered.words(check, "purpose", reason.purpose());
        check.pass();
        if (!(row.asking() instanceof Disclosure.Askable askable)) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
        keepWithinBudget(caller);
        endWhatIsOver(row);
        Disclosure.Asked asked = askable.ask();
        UUID id =
                put(
                        new AskStore.Question(
                                hit, row.other(), caller.name(), reason.ground(), purpose));
        store.disclose(hit, caller.body().value());
        note(caller, hit, asked.code(), purpose);
        audit.record(
                DeconflictionAct.ASKED,
                AuditSubject.of("ask", id),
                new AuditLog.Concern(
                        row.other(),
                        Map.of(
                                "hit", hit.toString(),
                                "ground", reason.ground(),
                                "purpose", purpose)));
        return id;
    }

    private UUID put(AskStore.Question question) {
        try {
            return asks.put(question);
        } catch (DuplicateKeyException e) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
    }

    private void keepWithinBudget(Caller caller) {
        Instant morning = book.today().atStartOfDay(jurisdiction.zone()).toInstant();
        int most = book.rules().budget().asksPerDay();
        if (asks.putSince(caller.account().toString(), morning) >= most) {
            throw ProblemFound.of(DeconflictionProblem.ASK_BUDGET, most);
        }
    }

    /** A consent that ran out is ended in its row too, so that a new question finds room. */
    private void endWhatIsOver(HitRow row) {
        Ask last = row.outgoing();
        if (last != null
                && last.state() instanceof Disclosure.Ended ended
                && ended.how() == Disclosure.End.EXPIRED
                && asks.end(last, ended, clock.instant())) {
            shares.end(List.of(last.id()));
        }
    }

    /** Takes a question back that is not answered yet. */
    @Transactional
    UUID withdraw(Caller caller, UUID id) {
        Ask ask = own(caller, id);
        if (!(ask.state() instanceof Disclosure.Asked asked)
                || !asks.withdraw(ask, asked.withdraw())) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
        note(caller, ask.hit(), "withdrawn", "");
        audit.record(
                DeconflictionAct.TAKEN_BACK,
                AuditSubject.of("ask", id),
                new AuditLog.Concern(ask.owner(), Map.of("hit", ask.hit().toString())));
        return ask.hit();
    }

    /** Gives back a consent that is not needed any more. */
    @Transactional
    UUID giveBack(Caller caller, UUID id) {
        Ask ask = own(caller, id);
        if (!(ask.state() instanceof Disclosure.Consented consented)
                || !asks.end(ask, consented.giveBack(), clock.instant())) {
            throw ProblemFound.of(DeconflictionProblem.ASK_STATE);
        }
        shares.end(List.of(id));
        note(caller, ask.hit(), "returned", "");
        audit.record(
                DeconflictionAct.CONSENT_ENDED,
                AuditSubject.of("ask", id),
                new AuditLog.Concern(ask.owner(), Map.of("reason", "returned")));
        return ask.hit();
    }

    private Ask own(Caller caller, UUID id) {
        return asks.find(id)
                .filter(ask -> ask.asking().equals(caller.body().value()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private void note(Caller caller, UUID hit, String kind, String detail) {
        asks.note(
                hit,
                new AskStore.Happening(
                        clock.instant(), kind, caller.body().value(), caller.name(), detail),
                "");
    }
}
