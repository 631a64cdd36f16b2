package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The feeds of a body. */
@Component
class Feeds {

    private final FeedStore store;
    private final AuditLog audit;
    private final Clock clock;

    Feeds(FeedStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Feed> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Feed find(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public List<FeedStore.Batch> batches(UUID id) {
        return store.batches(id);
    }

    /** What waits of the caller's body. */
    @Transactional(readOnly = true)
    public FeedStore.Standing standing() {
        return store.standing();
    }

    @Transactional
    public UUID open(Caller caller, String name, FeedStore.Kind kind) {
        UUID id =
                store.insert(name, kind, caller.name(), clock.instant())
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(Violation.at("name", "notice.wrong.name-taken"))));
        audit.record(NoticeAct.FEED_OPENED, AuditSubject.of("feed", id));
        return id;
    }
}
