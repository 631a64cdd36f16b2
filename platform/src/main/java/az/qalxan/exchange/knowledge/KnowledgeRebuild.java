package az.qalxan.exchange.knowledge;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.KnowledgeKeeping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads from stored objects what is known of them: of those that were stored before this was kept,
 * and of all of them when the reading itself has changed. It goes on where it ended; meanwhile what
 * was known stays known.
 */
@Component
class KnowledgeRebuild implements KnowledgeKeeping {

    private static final TransactionIdentity SYSTEM = TransactionIdentity.job("knowledge");

    private static final int STEP = 1_000;

    private final StoredObjects stored;
    private final ObjectReading reading;
    private final KnowledgeStore store;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    KnowledgeRebuild(
            StoredObjects stored,
            ObjectReading reading,
            KnowledgeStore store,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.stored = stored;
        this.reading = reading;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 86_400, timeUnit = TimeUnit.SECONDS)
    void fill() {
        run(true);
    }

    @Override
    public long rebuild() {
        return run(false);
    }

    private long run(boolean missing) {
        long read = 0;
        List<UUID> collections = as(() -> stored.collections());
        for (UUID collection : collections) {
            Instant after = Instant.EPOCH;
            List<StoredObjects.Stored> some = step(collection, after, missing);
            while (!some.isEmpty()) {
                read += some.size();
                after = some.getLast().added();
                some = step(collection, after, missing);
            }
        }
        if (read > 0) {
            long count = read;
            as(() -> {
                audit.record(
                        KnowledgeAct.REBUILT,
                        AuditSubject.of("knowledge", "all"),
                        Map.of("objects", String.valueOf(count)));
                return true;
            });
        }
        return read;
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return ActingAs.call(
                SYSTEM, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /**
     * The end of the collection is held, so that no marking changes between reading and writing.
     */
    private List<StoredObjects.Stored> step(UUID collection, Instant after, boolean missing) {
        return as(() -> {
            stored.holdTail(collection);
            List<StoredObjects.Stored> some = stored.next(collection, after, missing, STEP);
            stored.forget(collection, some.stream().map(StoredObjects.Stored::added).toList());
            store.insert(some.stream().map(one -> fresh(collection, one)).toList());
            return some;
        });
    }

    private KnowledgeStore.Fresh fresh(UUID collection, StoredObjects.Stored one) {
        return new KnowledgeStore.Fresh(
                collection,
                one.added(),
                one.id(),
                one.type(),
                one.body(),
                one.handling(),
                one.last(),
                one.revoked(),
                reading.read(one.type(), one.object()));
    }
}
