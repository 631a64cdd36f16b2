package az.qalxan.series;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works the queue off in the background, one step after the other: woken by every commit that
 * queued something here, and looking by itself for what other processes queued.
 */
@Component
class LinkWorker implements DisposableBean {

    /** Entries of one step; more gain nothing and hold the lock longer. */
    static final int BATCH_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LinkWorker.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long REST_AFTER_FAILURE_MILLIS = 2_000;

    private final LinkStep step;
    private final FailedSteps failures;
    private final Counter linked;
    private final Semaphore work = new Semaphore(0);
    private final List<Long> taken = new ArrayList<>();
    private Thread thread = thread();
    private volatile boolean stopping;

    LinkWorker(LinkStep step, FailedSteps failures, MeterRegistry meters) {
        this.step = step;
        this.failures = failures;
        this.linked = meters.counter("qalxan.series.dealt");
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Wakes the worker as soon as the running transaction has been committed. */
    void wakeAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            wake();
                        }
                    });
        }
    }

    void wake() {
        work.release();
    }

    /** A defect must not end the linking: it is logged, and a new thread goes on. */
    private Thread thread() {
        return Thread.ofVirtual()
                .name("series")
                .uncaughtExceptionHandler((ended, defect) -> {
                    LOG.error("the linking failed; it goes on with what is queued", defect);
                    failures.failed(List.copyOf(taken));
                    restart();
                })
                .unstarted(this::run);
    }

    private synchronized void restart() {
        if (!stopping) {
            thread = thread();
            thread.start();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                boolean more = workOnce() == LinkStep.Done.SOME;
                if (!more && work.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Takes one step; after a failure the entries are tried one by one. */
    LinkStep.Done workOnce() throws InterruptedException {
        taken.clear();
        try {
            LinkStep.Done done = step.take(failures.alone() ? 1 : BATCH_MAX, taken);
            linked.increment(taken.size());
            failures.passed();
            return done;
        } catch (DataAccessException | TransactionException e) {
            if (stopping) {
                return LinkStep.Done.NOT_NOW;
            }
            LOG.error("linking {} entries failed; they stay queued", taken.size(), e);
            failures.failed(List.copyOf(taken));
            Thread.sleep(REST_AFTER_FAILURE_MILLIS);
            return LinkStep.Done.SOME;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        wake();
        Thread last = current();
        if (last.getState() != Thread.State.NEW) {
            last.join();
        }
    }

    private synchronized Thread current() {
        return thread;
    }
}
