package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about copies that are behind, and about markings made narrower. */
@Component
class CopyDesk {

    private static final int SHOWN_MAX = 200;

    private final CopyStore copies;
    private final NarrowingStore narrowings;
    private final AuditLog audit;
    private final Clock clock;

    CopyDesk(CopyStore copies, NarrowingStore narrowings, AuditLog audit, Clock clock) {
        this.copies = copies;
        this.narrowings = narrowings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    CopyStore.Copy require(UUID id) {
        return copies.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** As what the object is a copy; empty for one that is none, or another body's. */
    @Transactional(readOnly = true)
    Optional<CopyStore.Copy> find(UUID collection, String object) {
        return copies.find(new CopyStore.Place(collection, object));
    }

    @Transactional(readOnly = true)
    List<CopyStore.Copy> behind() {
        return copies.behind(SHOWN_MAX);
    }

    @Transactional(readOnly = true)
    List<NarrowingStore.Narrowing> narrowings() {
        return narrowings.open(SHOWN_MAX);
    }

    /** Says that the copy is right although its original was corrected. */
    @Transactional
    void keep(UUID id) {
        CopyStore.Copy copy = require(id);
        if (!copies.keep(id)) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        record(ExchangeAct.COPY_KEPT, copy);
    }

    /** Has the copy revoked for everybody who has it. */
    @Transactional
    void revoke(UUID id) {
        CopyStore.Copy copy = require(id);
        if (!copies.revoke(id, clock.instant())) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        record(ExchangeAct.COPY_REVOKED, copy);
    }

    private void record(ExchangeAct act, CopyStore.Copy copy) {
        audit.record(
                act,
                AuditSubject.of("collection", copy.copy().collection()),
                Map.of("object", copy.copy().object()));
    }

    @Transactional
    void see(Caller caller, UUID narrowing) {
        if (!narrowings.see(narrowing, caller.name(), clock.instant())) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        audit.record(ExchangeAct.NARROWING_SEEN, AuditSubject.of("narrowing", narrowing));
    }
}
