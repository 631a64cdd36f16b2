package az.qalxan.transmission;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is due: one message after another to each peer, to all peers at the same time. */
@Component
class DeliveryJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("transmission");

    private final Delivery delivery;
    private final OutboxStore outbox;
    private final Wire wire;
    private final PeersSettings settings;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Silence> silent = new ConcurrentHashMap<>();

    /** A peer that did not answer that often is left alone until then. */
    private record Silence(int times, Instant until) {}

    DeliveryJob(
            Delivery delivery,
            OutboxStore outbox,
            Wire wire,
            PeersSettings settings,
            SecureRandom random,
            Clock clock,
            PlatformTransactionManager manager) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.wire = wire;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 1000, fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void deliver() {
        if (settings.port() == null) {
            return;
        }
        List<String> due =
                ActingAs.call(JOB, () -> transaction.execute(status -> outbox.duePeers()));
        for (String peer : due == null ? List.<String>of() : due) {
            if (!isSilent(peer) && busy.add(peer)) {
                Thread.ofVirtual().name("peer-" + peer).start(() -> deliverAll(peer));
            }
        }
    }

    private boolean isSilent(String peer) {
        Silence silence = silent.get(peer);
        return silence != null && clock.instant().isBefore(silence.until());
    }

    private void deliverAll(String peer) {
        try {
            Delivery.Step step = delivery.step(peer, wire);
            while (step != Delivery.Step.NOTHING_DUE && step != Delivery.Step.PEER_SILENT) {
                silent.remove(peer);
                step = delivery.step(peer, wire);
            }
            if (step == Delivery.Step.PEER_SILENT) {
                silent.compute(peer, (code, before) -> silence(before));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.error("messages to {} could not be delivered; they are tried again", peer, e);
        } finally {
            busy.remove(peer);
        }
    }

    private Silence silence(@org.jspecify.annotations.Nullable Silence before) {
        int times = before == null ? 0 : before.times();
        return new Silence(times + 1, clock.instant().plus(Backoff.pause(times, random)));
    }

    /** A peer that was silent has called: what waited for it goes at once. */
    void heard(String peer) {
        if (silent.remove(peer) != null) {
            ActingAs.run(
                    JOB, () -> transaction.executeWithoutResult(status -> outbox.hasten(peer)));
        }
    }

    /** Lets a peer be called at once. */
    void callNow(String peer) {
        silent.remove(peer);
    }
}
