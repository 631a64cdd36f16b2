package az.qalxan.monitoring.criterion;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How criteria change: one person proposes, two others of two bodies sign. */
@Component
class CriteriaSignOff {

    private final CriteriaStore store;
    private final AuditLog audit;
    private final Clock clock;

    CriteriaSignOff(CriteriaStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    static String digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a whole set before others; its number. */
    @Transactional
    public int propose(Criteria criteria, String note, Caller caller) {
        store.lock();
        if (store.proposed().isPresent()) {
            throw ProblemFound.of(CriterionProblem.PENDING);
        }
        String content = CriteriaJson.write(criteria);
        int number =
                store.add(
                        new CriteriaStore.Draft(
                                false,
                                CriteriaVersion.State.PROPOSED,
                                content,
                                digest(content),
                                note.strip(),
                                caller.name(),
                                caller.body().value()),
                        clock.instant());
        record(CriterionAct.PROPOSED, number);
        return number;
    }

    /** Signs; true when it came into force by that. */
    @Transactional
    public boolean sign(int number, Caller caller) {
        CriteriaVersion version = open(number);
        String account = caller.account().toString();
        if (version.proposer().account().equals(account)) {
            throw ProblemFound.of(CriterionProblem.OWN_PROPOSAL);
        }
        if (version.signedBy(account)) {
            throw ProblemFound.of(CriterionProblem.SIGNED_TWICE);
        }
        store.sign(number, caller.name(), clock.instant());
        record(CriterionAct.SIGNED, number);
        if (!store.find(number).orElseThrow().signed()) {
            return false;
        }
        store.putInForce(number, clock.instant());
        record(CriterionAct.IN_FORCE, number);
        return true;
    }

    /** Ends a proposal without effect; its proposer may too. */
    @Transactional
    public void reject(int number, String words, Caller caller) {
        open(number);
        store.reject(number, words.strip(), clock.instant());
        audit.record(CriterionAct.REJECTED, subject(number), Map.of("by", caller.body().value()));
    }

    private CriteriaVersion open(int number) {
        store.lock();
        CriteriaVersion version =
                store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!version.open()) {
            throw ProblemFound.of(CriterionProblem.DECIDED);
        }
        return version;
    }

    private void record(CriterionAct act, int number) {
        audit.record(act, subject(number));
    }

    static AuditSubject subject(int number) {
        return AuditSubject.of("criteria", number);
    }
}
