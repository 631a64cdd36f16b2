package az.qalxan.exchange.misp;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.exchange.poll.RemoteSecrets;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with MISP servers and feeds of other CERTs: one registers, another admits. */
@Component
class MispRemoteDesk {

    private static final int REFUSED_MAX = 100;
    private static final String SUBJECT = "misp-remote";

    private final MispRemoteStore store;
    private final RemoteSecrets secrets;
    private final MispPageDesk pages;
    private final BodyNames bodies;
    private final AuditLog audit;
    private final Clock clock;

    MispRemoteDesk(
            MispRemoteStore store,
            RemoteSecrets secrets,
            MispPageDesk pages,
            BodyNames bodies,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.pages = pages;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<MispRemote> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    MispRemote require(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    List<Integer> counts(UUID id) {
        return store.counts(id);
    }

    @Transactional(readOnly = true)
    List<MispRemoteStore.Refused> refused(UUID id) {
        return store.refused(id, REFUSED_MAX);
    }

    @Transactional
    UUID register(Caller caller, MispRemoteForm form) {
        List<Violation> wrong = form.violations();
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        MispRemoteForm.Checked fresh = form.checked();
        if (pages.targets(caller).stream().noneMatch(one -> one.id().equals(fresh.into()))) {
            throw wrong("into");
        }
        if (bodies.all().contains(new BodyCode(fresh.code()))) {
            throw wrong("code");
        }
        UUID id =
                store.insert(fresh, caller.name(), clock.instant())
                        .orElseThrow(() -> wrong("code"));
        store.keepSecret(id, secrets.close(form.secret(), id));
        audit.record(MispAct.REMOTE_REGISTERED, AuditSubject.of(SUBJECT, id));
        return id;
    }

    private static ProblemFound wrong(String field) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT,
                List.of(Violation.at(field, "mispremote.wrong." + field)));
    }

    /** Another person than the one who registered it. */
    @Transactional
    void admit(Caller caller, UUID id) {
        require(id);
        if (!store.admit(id, caller.name(), clock.instant())) {
            throw ProblemFound.of(MispProblem.SECOND_PERSON);
        }
        audit.record(MispAct.REMOTE_ADMITTED, AuditSubject.of(SUBJECT, id));
    }

    @Transactional
    void stop(UUID id, boolean stopped) {
        require(id);
        if (store.stop(id, stopped ? clock.instant() : null, clock.instant())) {
            audit.record(MispAct.REMOTE_STOPPED, AuditSubject.of(SUBJECT, id));
        }
    }

    @Transactional
    void hurry(UUID id) {
        require(id);
        if (store.hurry(id, clock.instant())) {
            audit.record(MispAct.REMOTE_HURRIED, AuditSubject.of(SUBJECT, id));
        }
    }
}
