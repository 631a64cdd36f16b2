package az.qalxan.monitoring;

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
class DetectionWorker implements DisposableBean {

    /** Batches of one step; more gain nothing and hold the lock longer. */
    static final int BATCHES_MAX = 50;

    private static final Logger LOG = LoggerFactory.getLogger(DetectionWorker.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long REST_AFTER_FAILURE_MILLIS = 2_000;

    private final DetectionStep step;
    private final FailedBatches failures;
    private final Counter judged;
    private final Semaphore work = new Semaphore(0);
    private final List<Long> taken = new ArrayList<>();
    private Thread thread = thread();
    private volatile boolean stopping;

    DetectionWorker(DetectionStep step, FailedBatches failures, MeterRegistry meters) {
        this.step = step;
        this.failures = failures;
        this.judged = meters.counter("qalxan.monitoring.batches");
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

    /** A defect must not end the detection: it is logged, and a new thread goes on. */
    private Thread thread() {
        return Thread.ofVirtual()
                .name("monitoring")
                .uncaughtExceptionHandler((ended, defect) -> {
                    LOG.error("the detection failed; it goes on with what is queued", defect);
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
                boolean more = workOnce() == DetectionStep.Done.SOME;
                if (!more && work.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Takes one step; after a failure the batches are tried one by one. */
    DetectionStep.Done workOnce() throws InterruptedException {
        taken.clear();
        try {
            DetectionStep.Done done = step.take(failures.alone() ? 1 : BATCHES_MAX, taken);
            judged.increment(taken.size());
            failures.passed();
            return done;
        } catch (DataAccessException | TransactionException e) {
            if (stopping) {
                return DetectionStep.Done.NOT_NOW;
            }
            LOG.error("judging {} batches failed; they stay queued", taken.size(), e);
            failures.failed(List.copyOf(taken));
            Thread.sleep(REST_AFTER_FAILURE_MILLIS);
            return DetectionStep.Done.SOME;
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
