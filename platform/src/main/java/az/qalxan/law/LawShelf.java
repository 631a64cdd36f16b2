package az.qalxan.law;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps in memory what is recorded now, and what was asked for lately of earlier moments. */
@Component
class LawShelf {

    private static final int EARLIER_MAX = 8;

    private final RecordingStore store;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final AtomicReference<@Nullable Known> now = new AtomicReference<>();
    private final Map<Instant, Known> earlier =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Instant, Known> eldest) {
                    return size() > EARLIER_MAX;
                }
            };
    private long changes;

    LawShelf(RecordingStore store, PlatformTransactionManager manager, Clock clock) {
        this.store = store;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** What is recorded now; in a transaction that changes it, with the change. */
    Known now() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read(store::standing);
        }
        Known kept = now.get();
        return kept == null ? load() : kept;
    }

    private Known load() {
        long before = changes();
        Known loaded = read(store::standing);
        synchronized (this) {
            if (before == changes) {
                now.set(loaded);
            }
        }
        return loaded;
    }

    private synchronized long changes() {
        return changes;
    }

    /** What was recorded at that moment; of a moment to come, what is recorded now. */
    Known at(Instant moment) {
        Instant present = clock.instant();
        if (!moment.isBefore(present)) {
            return now();
        }
        Instant change = lastChange(moment);
        synchronized (earlier) {
            Known kept = earlier.get(change);
            if (kept != null) {
                return kept;
            }
        }
        Known read = read(() -> store.knownAt(change));
        synchronized (earlier) {
            earlier.put(change, read);
        }
        return read;
    }

    private Instant lastChange(Instant moment) {
        Instant found =
                reading.execute(status -> store.changedBefore(moment).orElse(Instant.EPOCH));
        return found == null ? Instant.EPOCH : found;
    }

    private Known read(Supplier<List<Recording>> recordings) {
        Known known = reading.execute(status -> Known.of(recordings.get()));
        if (known == null) {
            throw new IllegalStateException("the law cannot be read");
        }
        return known;
    }

    /** Forgets what is kept of now as soon as the running transaction has committed. */
    void changing() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(LawShelf.this);
                        forget();
                    }
                });
    }

    private synchronized void forget() {
        changes++;
        now.set(null);
    }
}
