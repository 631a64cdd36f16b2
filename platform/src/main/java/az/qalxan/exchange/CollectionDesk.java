package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with collections, and which ones a caller may use. */
@Component
public class CollectionDesk {

    private static final String SUBJECT = "collection";

    private final CollectionStore store;
    private final AuditLog audit;
    private final Clock clock;

    CollectionDesk(CollectionStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that the caller may read or write, always in the same order. */
    @Transactional(readOnly = true)
    public List<Reachable> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<Reachable> find(UUID id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Reachable> find(String alias) {
        return store.find(alias);
    }

    /** Opens a collection of the caller's body. */
    @Transactional
    UUID open(Caller caller, CollectionForm form) {
        UUID id =
                store.insert(form.checked(), caller.name(), clock.instant())
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(
                                                Violation.at(
                                                        "alias", "collection.wrong.alias-taken"))));
        audit.record(ExchangeAct.COLLECTION_OPENED, AuditSubject.of(SUBJECT, id));
        return id;
    }

    @Transactional
    void change(UUID id, int version, CollectionForm form) {
        if (!store.update(id, version, form.checked())) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        audit.record(ExchangeAct.COLLECTION_CHANGED, AuditSubject.of(SUBJECT, id));
    }

    /** Takes no more objects; what is there can still be read. */
    @Transactional
    void close(UUID id) {
        if (!store.close(id, clock.instant())) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        audit.record(ExchangeAct.COLLECTION_CLOSED, AuditSubject.of(SUBJECT, id));
    }

    /** Takes objects again. */
    @Transactional
    void reopen(UUID id) {
        if (!store.close(id, null)) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        audit.record(ExchangeAct.COLLECTION_OPENED, AuditSubject.of(SUBJECT, id));
    }

    @Transactional(readOnly = true)
    List<Permit> permits(UUID collection) {
        return store.permits(collection);
    }

    /** What a body is to be allowed. */
    record Allowed(
            String body,
            boolean read,
            boolean write,
            Handling readCeiling,
            Handling writeCeiling) {}

    @Transactional
    void permit(Caller caller, UUID collection, Allowed allowed) {
        store.permit(
                collection,
                new Permit(
                        allowed.body(),
                        allowed.read(),
                        allowed.write(),
                        allowed.readCeiling(),
                        allowed.writeCeiling(),
                        clock.instant(),
                        caller.name()));
        audit.record(
                ExchangeAct.PERMITTED,
                AuditSubject.of(SUBJECT, collection),
                Map.of(
                        "body", allowed.body(),
                        "read", allowed.read() ? allowed.readCeiling().label() : "",
                        "write", allowed.write() ? allowed.writeCeiling().label() : ""));
    }

    @Transactional
    void withdraw(UUID collection, String body) {
        if (!store.withdraw(collection, body)) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        audit.record(
                ExchangeAct.WITHDRAWN, AuditSubject.of(SUBJECT, collection), Map.of("body", body));
    }
}
