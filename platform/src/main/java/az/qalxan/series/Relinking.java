package az.qalxan.series;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links everything anew: after an upgrade of the engine, or to prove that what is kept report by
 * report is what the whole gives. Decisions and rulings count as always. It can be paused, and goes
 * on after a kill; new reports wait in the queue until it is done or paused.
 */
@Component
public class Relinking implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Relinking.class);

    /** Whoever says nothing for so long is taken for dead. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final RelinkStore store;
    private final KeeperLock lock;
    private final LinkWorker worker;
    private final DataFolder folder;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RelinkRun.Means means;
    private final ExecutorService runner = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;

    Relinking(
            JdbcClient jdbc,
            RelinkStore store,
            KeeperLock lock,
            LinkWorker worker,
            DataFolder folder,
            CurrentCaller callers,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            NewSeries newSeries) {
        this.jdbc = jdbc;
        this.store = store;
        this.lock = lock;
        this.worker = worker;
        this.folder = folder;
        this.callers = callers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.means = new RelinkRun.Means(jdbc, store, transaction, clock, newSeries);
    }

    /** What is under way, else what ended last; empty when nothing ever did. */
    public Optional<RelinkProgress> progress() {
        return inTransaction(() -> store.last());
    }

    /** Starts, or goes on with what is paused; what runs already goes on. */
    public RelinkProgress start() {
        RelinkProgress begun = inTransaction(this::begin);
        if (begun.running()) {
            runHere(begun.id());
        }
        return begun;
    }

    private RelinkProgress begin() {
        lock.lock();
        Optional<RelinkProgress> known = store.underWay();
        if (known.isPresent() && known.get().running()) {
            return known.get();
        }
        UUID id =
                known.map(RelinkProgress::id)
                        .orElseGet(() ->
                                store.begin(
                                        lock.generation(),
                                        callers.get().map(Caller::name).orElse(""),
                                        clock.instant()));
        known.ifPresent(paused -> store.move(id, "paused", "running", clock.instant()));
        audit.record(SeriesAct.RELINK_ASKED, AuditSubject.of("relink", id));
        return store.underWay().orElseThrow();
    }

    /** Lets it rest: new reports are linked meanwhile. False when it does not run. */
    public boolean pause() {
        return leave("running", "paused");
    }

    /** Gives a paused one up. False when none is paused. */
    public boolean drop() {
        boolean dropped = leave("paused", "dropped");
        if (dropped) {
            empty(work());
        }
        return dropped;
    }

    private boolean leave(String from, String to) {
        boolean left =
                inTransaction(() -> {
                    Optional<RelinkProgress> known = store.underWay();
                    boolean moved =
                            known.isPresent()
                                    && store.move(known.get().id(), from, to, clock.instant());
                    if (moved) {
                        audit.record(
                                SeriesAct.RELINK_PAUSED,
                                AuditSubject.of("relink", known.get().id()));
                    }
                    return moved;
                });
        worker.wake();
        return left;
    }

    /** Takes up what nobody goes on with: its process was killed. */
    @Scheduled(initialDelay = 2, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void takeUp() {
        if (!running.get()) {
            asSystem(() -> store.orphan(SILENCE, clock.instant())).ifPresent(this::runHere);
        }
    }

    private void runHere(UUID id) {
        if (!stopping && running.compareAndSet(false, true)) {
            runner.execute(() -> {
                try {
                    run(id);
                } finally {
                    running.set(false);
                    worker.wake();
                }
            });
        }
    }

    private void run(UUID id) {
        boolean told = false;
        try {
            prepare(id);
            new RelinkRun(id, means, () -> stopping).run();
            end(id, "done");
            empty(work());
            told = true;
        } catch (RelinkRun.Interrupted e) {
            LOG.info("linking everything anew was interrupted; what is done is kept");
            told = true;
        } catch (DataAccessException
                | TransactionException
                | IllegalArgumentException
                | UncheckedIOException e) {
            LOG.error("linking everything anew failed", e);
        } finally {
            // A defect ends it as well, or it would be taken up for ever and the queue would wait.
            if (!told && !stopping) {
                end(id, "failed");
            }
        }
    }

    /** What was done is good only as long as nothing else has changed the series. */
    private void prepare(UUID id) {
        asSystem(() -> {
            long now = lock.generation();
            if (store.generation(id) != now) {
                empty(work());
                new CensusWriter(jdbc).unmark();
                store.countFromNothing(id, now);
            }
            return true;
        });
    }

    private void end(UUID id, String state) {
        asSystem(() -> {
            lock.lock();
            if (store.move(id, "running", state, clock.instant())) {
                lock.countStep();
            }
            return true;
        });
    }

    private Path work() {
        return folder.subfolder("relink");
    }

    private static void empty(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path one : all.subList(0, all.size() - 1)) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T asSystem(Supplier<T> work) {
        return ActingAs.call(LinkStep.SYSTEM, () -> inTransaction(work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    @Override
    public void destroy() {
        stopping = true;
        runner.close();
    }
}
