package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportReading;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a body learns of other bodies' holdings, and what it says of its own. */
@Component
class Hits {

    private final HitStore store;
    private final AskStore asks;
    private final ReportReading reading;
    private final AuditLog audit;
    private final Clock clock;

    Hits(HitStore store, AskStore asks, ReportReading reading, AuditLog audit, Clock clock) {
        this.store = store;
        this.asks = asks;
        this.reading = reading;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the caller's hits; words that are no identifier find nothing. */
    @Transactional(readOnly = true)
    List<HitRow> page(Caller caller, HitFilter filter, int rows) {
        String key = "";
        if (!filter.words().isEmpty()) {
            List<FoundIdentifier> found = reading.recognise(filter.words());
            if (found.isEmpty()) {
                return List.of();
            }
            key = found.getFirst().linkKey();
        }
        return withAsks(store.page(caller.body().value(), filter, key, rows));
    }

    /** The hits of one of the caller's own records; none of any other. */
    @Transactional(readOnly = true)
    List<HitRow> ofRecord(Caller caller, UUID record) {
        return withAsks(store.ofRecord(caller.body().value(), record));
    }

    private List<HitRow> withAsks(List<HitRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<Ask> all = asks.of(rows.stream().map(HitRow::id).toList());
        return rows.stream().map(row -> row.with(all)).toList();
    }

    /** A hit, without a record of the view: for a step on it. */
    @Transactional(readOnly = true)
    HitRow see(Caller caller, UUID id) {
        return store.find(caller.body().value(), id)
                .map(row -> row.with(asks.of(id)))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** A hit with everything that its side may know; the view is recorded. */
    @Transactional
    HitView view(Caller caller, UUID id) {
        HitRow row = see(caller, id);
        audit.record(DeconflictionAct.HIT_VIEWED, AuditSubject.of("hit", id));
        return new HitView(
                row, store.own(caller.body().value(), id), asks.of(id), asks.happenings(id));
    }

    /** A hit with its asks and what happened, the latest ask first. */
    record HitView(
            HitRow row,
            List<HitStore.Own> own,
            List<Ask> asks,
            List<AskStore.Happening> happenings) {}

    /** Says that the caller's body holds the identifier, though its records are hidden. */
    @Transactional
    void disclose(Caller caller, UUID id) {
        HitRow row = see(caller, id);
        if (row.open()) {
            return;
        }
        String body = caller.body().value();
        store.disclose(id, body);
        asks.note(
                id,
                new AskStore.Happening(clock.instant(), "disclosed", body, caller.name(), ""),
                body);
        audit.record(DeconflictionAct.DISCLOSED, AuditSubject.of("hit", id));
    }

    /** Puts a hit aside from which the caller's body needs nothing, or takes it up again. */
    @Transactional
    void setAside(Caller caller, UUID id, boolean aside) {
        see(caller, id);
        if (store.setAside(id, caller.body().value(), aside)) {
            audit.record(
                    DeconflictionAct.SET_ASIDE,
                    AuditSubject.of("hit", id),
                    Map.of("to", aside ? "aside" : "open"));
        }
    }
}
