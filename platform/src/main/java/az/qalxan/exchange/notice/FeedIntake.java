package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a feed hands over: it is durable when the answer goes, and taken once for each key.
 * When too much waits already the sender is asked to come back.
 */
@Component
class FeedIntake {

    static final int BATCH_BYTES_MAX = 16 << 20;

    /** Of one body; more than this waits with the sender, not here. */
    static final long WAITING_BYTES_MAX = 256L << 20;

    private final FeedStore store;
    private final FeedWorker worker;
    private final AuditLog audit;
    private final Clock clock;

    FeedIntake(FeedStore store, FeedWorker worker, AuditLog audit, Clock clock) {
        this.store = store;
        this.worker = worker;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a batch; {@code repeated} when it was known. */
    record Receipt(
            String key, boolean repeated, String state, int seen, int unowned, int damaged) {}

    @Transactional
    public Receipt take(Caller caller, UUID feedId, String key, byte[] content) {
        Feed feed =
                store.find(feedId)
                        .filter(one -> one.open() && one.body().equals(caller.body().value()))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!key.matches("[\\x21-\\x7e]{1,100}")) {
            throw ProblemFound.of(NoticeProblem.KEY_MISSING);
        }
        if (content.length == 0 || content.length > BATCH_BYTES_MAX || tooManyLines(content)) {
            throw ProblemFound.of(NoticeProblem.TOO_LARGE, BATCH_BYTES_MAX, FeedLines.LINES_MAX);
        }
        if (store.waitingBytes(feed.body()) + content.length > WAITING_BYTES_MAX) {
            throw ProblemFound.of(NoticeProblem.FULL);
        }
        String digest = Sha256.of(content);
        boolean fresh =
                store.insert(
                                new FeedStore.Handed(feed, key, digest, content, caller.name()),
                                clock.instant())
                        .isPresent();
        if (fresh) {
            audit.record(NoticeAct.BATCH_TAKEN, AuditSubject.of("feed", feedId));
            worker.wakeAfterCommit();
        }
        return receipt(feedId, key, digest, !fresh);
    }

    /** Beside the header and an empty end. */
    private static boolean tooManyLines(byte[] content) {
        int lines = 0;
        for (byte one : content) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines > FeedLines.LINES_MAX + 1;
    }

    private Receipt receipt(UUID feed, String key, String digest, boolean repeated) {
        FeedStore.Batch batch = store.batch(feed, key).orElseThrow();
        if (!batch.digest().equals(digest)) {
            throw ProblemFound.of(NoticeProblem.KEY_REUSED);
        }
        return new Receipt(
                key, repeated, batch.state(), batch.seen(), batch.unowned(), batch.damaged());
    }

    /** How that batch is by now. */
    @Transactional(readOnly = true)
    public Receipt standing(UUID feed, String key) {
        FeedStore.Batch batch =
                store.batch(feed, key).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return receipt(feed, key, batch.digest(), true);
    }
}
