package az.qalxan.evidence.content;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.content.ContentLimits;
import az.qalxan.engines.content.Ending;
import az.qalxan.engines.content.Sandbox;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.web.ProblemFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The job that reads what exhibits contain, one at a time. */
@Component
class ContentJob {

    /** Under which name the chain says who read. */
    static final String AUTHOR = "qalxan";

    private static final String PURPOSE = "İçində nə olduğunu oxumaq üçün";
    private static final Logger LOG = LoggerFactory.getLogger(ContentJob.class);
    private static final ContentLimits LIMITS =
            new ContentLimits(
                    20_000,
                    8,
                    32 << 20,
                    4L << 30,
                    400,
                    1_000_000,
                    20_000_000,
                    200_000,
                    300,
                    Duration.ofMinutes(10),
                    384);

    private final ContentQueue queue;
    private final ContentStore store;
    private final Exhibits exhibits;
    private final AuditLog audit;
    private final EvidencePack pack;
    private final TransactionTemplate transaction;

    ContentJob(
            ContentQueue queue,
            ContentStore store,
            Exhibits exhibits,
            AuditLog audit,
            EvidencePack pack,
            PlatformTransactionManager manager) {
        this.queue = queue;
        this.store = store;
        this.exhibits = exhibits;
        this.audit = audit;
        this.pack = pack;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 3, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            boolean more = true;
            while (more) {
                more = readNext();
            }
        } catch (DataAccessException e) {
            LOG.error("contents of exhibits could not be stored; they are read again", e);
        }
    }

    /** Reads the next exhibit that waits; false when none does. */
    boolean readNext() {
        Optional<ExhibitId> next = queue.take();
        next.ifPresent(id -> ActingAs.run(ContentQueue.JOB, () -> read(id)));
        return next.isPresent();
    }

    private void read(ExhibitId id) {
        Exhibit exhibit = exhibits.require(id.value());
        StoredBytes stored = Objects.requireNonNull(exhibit.stored());
        ContentQueue.Ended ended = new ContentQueue.Ended("failed", false, false);
        ContentIntake intake = new ContentIntake(id, store, transaction);
        try (SeekableByteChannel bytes = open(id)) {
            Ending ending = new Sandbox(LIMITS, pack.zone()).read(bytes, stored.name(), intake);
            intake.flush();
            ended = new ContentQueue.Ended("read", ending.whole(), ending.confined());
        } catch (IOException | UncheckedIOException | DataAccessException e) {
            LOG.error("what exhibit {} contains cannot be read", id, e);
        } catch (ProblemFound e) {
            LOG.info("exhibit {} is not read: {}", id, e.problem().slug());
        }
        finish(exhibit, ended);
    }

    private SeekableByteChannel open(ExhibitId id) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    try {
                        return exhibits.bytes(id, new Exhibits.Reading(AUTHOR, PURPOSE));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private void finish(Exhibit exhibit, ContentQueue.Ended ended) {
        transaction.executeWithoutResult(status -> {
            queue.end(exhibit.id(), ended);
            audit.record(
                    ContentAct.READ,
                    AuditSubject.of("exhibit", exhibit.id()),
                    Map.of("state", ended.state()));
        });
    }
}
