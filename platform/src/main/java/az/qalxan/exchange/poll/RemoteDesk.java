package az.qalxan.exchange.poll;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.Reachable;
import az.qalxan.exchange.ThreatCollection;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with servers of other CERTs. */
@Component
class RemoteDesk {

    private static final int ARRIVALS_MAX = 50;
    private static final String SUBJECT = "remote";

    private final RemoteStore store;
    private final RemoteArrivalStore arrivals;
    private final RemoteSecrets secrets;
    private final CollectionDesk collections;
    private final BodyNames bodies;
    private final AuditLog audit;
    private final Clock clock;

    RemoteDesk(
            RemoteStore store,
            RemoteArrivalStore arrivals,
            RemoteSecrets secrets,
            CollectionDesk collections,
            BodyNames bodies,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.secrets = secrets;
        this.collections = collections;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<RemoteServer> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    RemoteServer require(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The collections of the caller's body that a server may fill. */
    @Transactional(readOnly = true)
    List<ThreatCollection> targets(Caller caller) {
        return collections.all().stream()
                .map(Reachable::collection)
                .filter(one -> one.open() && one.body().equals(caller.body().value()))
                .toList();
    }

    @Transactional
    UUID register(Caller caller, RemoteForm form) {
        RemoteForm.Checked fresh = form.checked();
        if (targets(caller).stream().noneMatch(one -> one.id().equals(fresh.into()))) {
            throw wrong("into", "remote.wrong.into");
        }
        if (bodies.all().contains(new BodyCode(fresh.code()))) {
            throw wrong("code", "remote.wrong.code-of-body");
        }
        UUID id =
                store.insert(fresh, caller.name(), clock.instant())
                        .orElseThrow(() -> wrong("code", "remote.wrong.code-taken"));
        store.keepSecret(id, secrets.close(form.secret(), id));
        audit.record(PollAct.REGISTERED, AuditSubject.of(SUBJECT, id));
        return id;
    }

    private static ProblemFound wrong(String field, String key) {
        return ProblemFound.with(WebProblem.INVALID_INPUT, List.of(Violation.at(field, key)));
    }

    /** Lets it be read: a second person of the body. */
    @Transactional
    void admit(Caller caller, UUID id) {
        if (!store.admit(id, caller.name(), clock.instant())) {
            throw ProblemFound.of(PollProblem.SECOND_PERSON);
        }
        audit.record(PollAct.ADMITTED, AuditSubject.of(SUBJECT, id));
    }

    @Transactional
    void changePassword(UUID id, String password) {
        require(id);
        store.keepSecret(id, secrets.close(password, id));
        store.hurry(id, clock.instant());
        audit.record(PollAct.SIGN_IN_CHANGED, AuditSubject.of(SUBJECT, id));
    }

    @Transactional
    void stop(UUID id) {
        if (store.stop(id, clock.instant(), clock.instant())) {
            audit.record(PollAct.STOPPED, AuditSubject.of(SUBJECT, id));
        }
    }

    @Transactional
    void resume(UUID id) {
        if (store.stop(id, null, clock.instant())) {
            audit.record(PollAct.RESUMED, AuditSubject.of(SUBJECT, id));
        }
    }

    @Transactional
    void hurry(UUID id) {
        if (store.hurry(id, clock.instant())) {
            audit.record(PollAct.HURRIED, AuditSubject.of(SUBJECT, id));
        }
    }

    /** What came last, as far as the caller may see it. */
    @Transactional
    List<RemoteArrivalStore.Line> arrivals(UUID id) {
        audit.record(PollAct.ARRIVALS_VIEWED, AuditSubject.of(SUBJECT, id));
        return arrivals.newest(id, ARRIVALS_MAX);
    }
}
