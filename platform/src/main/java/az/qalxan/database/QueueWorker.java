package az.qalxan.database;

import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works a queue off in the background, one step after the other: woken by every commit that queued
 * something here, and looking by itself for what other processes queued. After a failed step the
 * entries are tried one by one, so that one that cannot be dealt with is found and set aside, and
 * does not hold up the others.
 */
public abstract class QueueWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long REST_AFTER_FAILURE_MILLIS = 2_000;

    private final String name;
    private final int most;
    private final Counter dealt;
    private final Semaphore work = new Semaphore(0);
    private final List<Long> taken = new ArrayList<>();
    private int aloneFor;
    private Thread thread;
    private volatile boolean stopping;

    /**
     * A worker that begins when the application is ready.
     *
     * @param name of the queue, for the log
     * @param most how many entries a step takes
     * @param dealt counts the entries that were dealt with
     */
    protected QueueWorker(String name, int most, Counter dealt) {
        this.name = name;
        this.most = most;
        this.dealt = dealt;
        this.thread = thread();
    }

    /** What a step did. */
    public enum Done {
        /** Something was dealt with; there may be more. */
        SOME,
        /** Nothing waits. */
        NOTHING,
        /** Another process is at it. */
        NOT_NOW
    }

    /**
     * Deals with up to that many entries, in one transaction.
     *
     * @param taken gets the entries' ids as soon as they are known, for the case that the step
     *     fails
     */
    protected abstract Done take(int most, Collection<Long> taken);

    /** Notes that a step failed which took that entry alone, in a transaction of its own. */
    protected abstract void setAside(long entry);

    @EventListener(ApplicationReadyEvent.class)
    public synchronized void begin() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Wakes the worker as soon as the running transaction has been committed. */
    public void wakeAfterCommit() {
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

    public void wake() {
        work.release();
    }

    /** A defect must not end the work: it is logged, and after a rest a new thread goes on. */
    private Thread thread() {
        return Thread.ofVirtual()
                .name(name)
                .uncaughtExceptionHandler((ended, defect) -> {
                    LOG.error("{}: a step failed; it goes on with what is queued", name, defect);
                    failed();
                    goOn();
                })
                .unstarted(this::run);
    }

    private void goOn() {
        try {
            rest();
            restart();
        } catch (InterruptedException e) {
            LOG.info("{}: ended while it rested", name, e);
        }
    }

    /** A pause, so that what fails at once does not fail a thousand times a second. */
    void rest() throws InterruptedException {
        Thread.sleep(REST_AFTER_FAILURE_MILLIS);
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
                boolean more = workOnce() == Done.SOME;
                if (!more && work.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Done workOnce() throws InterruptedException {
        taken.clear();
        try {
            Done done = take(aloneFor > 0 ? 1 : most, taken);
            dealt.increment(taken.size());
            aloneFor = Math.max(0, aloneFor - 1);
            return done;
        } catch (DataAccessException | TransactionException e) {
            if (stopping) {
                return Done.NOT_NOW;
            }
            LOG.error("{}: {} entries failed; they stay queued", name, taken.size(), e);
            failed();
            rest();
            return Done.SOME;
        }
    }

    private void failed() {
        aloneFor = Math.max(aloneFor, taken.size());
        if (taken.size() != 1) {
            return;
        }
        try {
            setAside(taken.getFirst());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{}: that entry {} failed could not be noted", name, taken.getFirst(), e);
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
