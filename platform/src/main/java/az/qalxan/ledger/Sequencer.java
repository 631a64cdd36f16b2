package az.qalxan.ledger;

import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import az.qalxan.database.Restored;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.LogReader;
import az.qalxan.engines.ledger.TransparencyLog;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what waits into the signed log, in one instance at a time. Places are certain before the
 * log is written, so that a crash between the two leaves no entry twice and none away. It goes no
 * further when the log is not the one that this machine signed last.
 */
@Component
class Sequencer {

    static final TransactionIdentity JOB = TransactionIdentity.job("ledger");

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** At most so many rounds before the next pause, so that nobody waits for the lock for long. */
    private static final int ROUNDS_MAX = 20;

    /** Fewer than these leave a tile of the log unfinished, which the next round writes anew. */
    private static final int FEW = LogReader.BUNDLE;

    /** After a round of few it looks away so many times: while acts trickle in, they gather. */
    private static final int RESTS = 9;

    private final EntryStore entries;
    private final Placing placing;
    private final LogHome home;
    private final LogKey key;
    private final DataFolder folder;
    private final LastSeen seen;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AtomicInteger rests = new AtomicInteger();
    private @Nullable TransparencyLog open;

    Sequencer(
            EntryStore entries,
            Placing placing,
            LogHome home,
            LogKey key,
            DataFolder folder,
            Clock clock,
            PlatformTransactionManager manager) {
        this.entries = entries;
        this.placing = placing;
        this.home = home;
        this.key = key;
        this.folder = folder;
        this.seen = new LastSeen(folder);
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(
            initialDelayString = "${qalxan.ledger.pause-millis:500}",
            fixedDelayString = "${qalxan.ledger.pause-millis:500}",
            timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        if (rests.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            goOn();
        }
    }

    /** Somebody waits for the log: the next look goes on with it. */
    void hurry() {
        rests.set(0);
    }

    /** Brings what waits into the log now. */
    void goOn() {
        try {
            for (int round = 0; round < ROUNDS_MAX && step(); round++) {
                LOG.debug("went on with the log");
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the log waits for the database", e);
        }
    }

    /** One round; true when there may be more to do. */
    synchronized boolean step() {
        return ActingAs.call(JOB, () -> home.joinsTransactions() ? together() : apart());
    }

    /** Places and log in one transaction. */
    private boolean together() {
        return finished(
                transaction.execute(status -> {
                    TransparencyLog log = mine();
                    return log == null ? null : written(log, placing.take(size(log)));
                }));
    }

    /** Places first, then the log. */
    private boolean apart() {
        Integer taken =
                transaction.execute(status -> {
                    TransparencyLog log = mine();
                    if (log == null) {
                        return 0;
                    }
                    return entries.batches().isEmpty() ? placing.take(size(log)) : Placing.MOST;
                });
        return taken != null
                && taken > 0
                && finished(
                        transaction.execute(status -> {
                            TransparencyLog log = mine();
                            return log == null ? null : written(log, taken);
                        }));
    }

    private static long size(TransparencyLog log) {
        return log.checkpoint().head().size();
    }

    private record Written(Checkpoint checkpoint, int taken) {}

    /** What was signed is remembered on this machine once it is certain. */
    private boolean finished(@Nullable Written written) {
        if (written == null) {
            return false;
        }
        seen.remember(written.checkpoint());
        rests.set(written.taken() < FEW ? RESTS : 0);
        return written.taken() >= Placing.MOST;
    }

    private @Nullable Written written(TransparencyLog log, int taken) {
        List<EntryStore.Batch> batches = entries.batches();
        if (batches.isEmpty()) {
            return null;
        }
        try {
            for (EntryStore.Batch batch : batches) {
                append(log, batch);
            }
        } catch (IOException e) {
            close();
            throw new LogUnusable("the log cannot be written", e);
        }
        entries.reached(size(log), clock.instant());
        return new Written(log.checkpoint(), taken);
    }

    private void append(TransparencyLog log, EntryStore.Batch batch) throws IOException {
        List<byte[]> all = Framed.read(batch.entries());
        int there = (int) Math.clamp(size(log) - batch.first(), 0, all.size());
        if (there < all.size()) {
            log.append(all.subList(there, all.size()));
        }
        if (size(log) < batch.first() + all.size()) {
            throw new IOException("entries stand before their places");
        }
        entries.remove(batch);
    }

    /** The log, when this transaction may go on with it. */
    private @Nullable TransparencyLog mine() {
        if (!entries.tryLock() || entries.head().held().isPresent()) {
            return null;
        }
        try {
            return current();
        } catch (IOException e) {
            close();
            throw new LogUnusable("the log cannot be opened", e);
        }
    }

    /** Opened anew where another instance went on with it; null when it must not go on. */
    private @Nullable TransparencyLog current() throws IOException {
        TransparencyLog log = open;
        Optional<Checkpoint> stored = home.checkpoint();
        if (log != null
                && stored.isPresent()
                && stored.get().origin().equals(log.checkpoint().origin())
                && stored.get().head().equals(log.checkpoint().head())) {
            return log;
        }
        close();
        Optional<Hold> wrong =
                Restored.in(folder).isPresent() ? Optional.of(Hold.RESTORED) : seen.differs(home);
        if (wrong.isPresent()) {
            entries.hold(wrong.get().code());
            return null;
        }
        log = home.open(key.signer());
        open = log;
        placing.adopt(log);
        if (entries.batches().isEmpty() && entries.nextPlace() > size(log)) {
            entries.hold(Hold.PLACES.code());
            return null;
        }
        return log;
    }

    /** Lets the log go; the next step opens it anew. */
    @PreDestroy
    synchronized void close() {
        TransparencyLog log = open;
        open = null;
        if (log != null) {
            try {
                log.close();
            } catch (IOException e) {
                LOG.warn("the log could not be closed", e);
            }
        }
    }
}
