package az.qalxan.series;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The country's list of common identifiers: found from the data, approved or overruled by people. A
 * ruling is for everybody: whoever makes it tells that this identifier is common, or is not.
 */
@Component
class HubDesk {

    private static final int RULINGS_SHOWN = 100;

    private final HubLists lists;
    private final RulingStore rulings;
    private final PendingQueue queue;
    private final LinkWorker worker;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final Clock clock;

    HubDesk(
            HubLists lists,
            JdbcClient jdbc,
            PendingQueue queue,
            LinkWorker worker,
            CurrentCaller callers,
            AuditLog audit,
            Clock clock) {
        this.lists = lists;
        this.rulings = new RulingStore(jdbc);
        this.queue = queue;
        this.worker = worker;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<HubRow> page(boolean hubs, HubRow.HubPlace after, int rows) {
        return lists.page(hubs, after, rows);
    }

    @Transactional(readOnly = true)
    List<IdentifierRuling> rulings() {
        return rulings.newest(RULINGS_SHOWN);
    }

    /** Rules about an identifier that stands in a report which the caller may read. */
    @Transactional
    SeriesDesk.Deciding rule(long key, boolean hub, String reason) {
        Optional<IdentifierRuling.Subject> subject = lists.subject(key);
        if (subject.isEmpty()) {
            return new SeriesDesk.Deciding.Absent();
        }
        rulings.lock(key);
        DecisionStore.Words words = words(reason);
        for (IdentifierRuling before : rulings.inForceWithReasons(List.of(key))) {
            if (before.hub() == hub) {
                return new SeriesDesk.Deciding.AlreadySo(before.id());
            }
            takeBack(before, words);
        }
        UUID ruling = rulings.add(subject.get(), hub, words);
        audit.record(
                SeriesAct.RULED,
                AuditSubject.of("hub", ruling),
                Map.of(
                        "kind",
                        subject.get().kind(),
                        "verdict",
                        hub ? "hub" : "not-hub",
                        "reason",
                        reason));
        takeNotice(key);
        return new SeriesDesk.Deciding.Decided(ruling);
    }

    @Transactional
    SeriesDesk.Deciding undo(UUID id, String reason) {
        Optional<IdentifierRuling> found = rulings.find(id);
        if (found.isEmpty()) {
            return new SeriesDesk.Deciding.Absent();
        }
        rulings.lock(found.get().key());
        if (!rulings.find(id).map(IdentifierRuling::inForce).orElse(false)) {
            return new SeriesDesk.Deciding.AlreadySo(id);
        }
        takeBack(found.get(), words(reason));
        takeNotice(found.get().key());
        return new SeriesDesk.Deciding.Decided(id);
    }

    private void takeBack(IdentifierRuling ruling, DecisionStore.Words words) {
        rulings.undo(ruling.id(), words);
        audit.record(
                SeriesAct.RULING_UNDONE,
                AuditSubject.of("hub", ruling.id()),
                Map.of("reason", words.reason()));
    }

    private DecisionStore.Words words(String reason) {
        return new DecisionStore.Words(callers.require(), reason, clock.instant());
    }

    private void takeNotice(long key) {
        queue.addKey(key);
        worker.wakeAfterCommit();
    }
}
