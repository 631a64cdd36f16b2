package az.qalxan.ledger.watch;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.Trust;
import az.qalxan.engines.ledger.WitnessRequest;
import az.qalxan.ledger.PublishedLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows the newest checkpoint to every witness. A witness that saw another history, or more than
 * the log holds, stops the log: it signs nothing more until somebody has looked.
 */
@Component
class Feeding {

    static final TransactionIdentity JOB = TransactionIdentity.job("ledger");

    private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);
    private static final int TRIES_MAX = 3;

    private final PublishedLog log;
    private final CheckpointBook book;
    private final WitnessCalls calls;
    private final LogAlarms alarms;
    private final WatchSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Feeding(
            PublishedLog log,
            CheckpointBook book,
            WitnessCalls calls,
            LogAlarms alarms,
            WatchSettings settings,
            Clock clock,
            PlatformTransactionManager manager) {
        this.log = log;
        this.book = book;
        this.calls = calls;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(
            initialDelayString = "${qalxan.ledger.feed-first-millis:3000}",
            fixedDelayString = "${qalxan.ledger.feed-millis:60000}",
            timeUnit = TimeUnit.MILLISECONDS)
    void goOn() {
        try {
            feed(settings.witnesses());
            log.state()
                    .held()
                    .ifPresent(why -> alarm(AlarmKind.HELD, log.key().name().value(), why));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("witnesses wait for the database", e);
        }
    }

    /** The newest checkpoint, after all of these were asked for a cosignature on it. */
    Optional<Checkpoint> feed(List<KnownWitness> witnesses) {
        Optional<Checkpoint> newest =
                log.checkpoint().filter(checkpoint -> checkpoint.head().size() > 0);
        // A restored copy does not speak for the log until somebody has said that it is the log.
        if (log.awaitsDecision()) {
            return newest;
        }
        newest.ifPresent(checkpoint -> {
            kept(() -> {
                book.show(checkpoint);
                return true;
            });
            witnesses.forEach(witness -> feed(witness, checkpoint));
        });
        witnesses.forEach(this::listen);
        return newest;
    }

    private void feed(KnownWitness witness, Checkpoint newest) {
        String key = witness.key().text();
        long old = kept(() -> book.seen(key)).size();
        Checkpoint checkpoint = newest;
        try {
            for (int i = 0; i < TRIES_MAX; i++) {
                long size = checkpoint.head().size();
                if (old > size) {
                    checkpoint = log.checkpoint().orElse(checkpoint);
                    if (old > checkpoint.head().size()) {
                        stop(witness, AlarmKind.GAP, old + " > " + checkpoint.head().size());
                        return;
                    }
                }
                WitnessCalls.Reply reply = calls.add(witness, request(old, checkpoint));
                if (reply.status() != 409) {
                    judge(witness, checkpoint, reply);
                    return;
                }
                long told = size(reply.body());
                if (told == old) {
                    stop(witness, AlarmKind.FORK, String.valueOf(told));
                    return;
                }
                old = told;
            }
            trouble(key, "stale");
        } catch (IOException e) {
            LOG.debug("no answer of {}", witness.name(), e);
            trouble(key, "unreachable");
        }
    }

    private byte[] request(long old, Checkpoint checkpoint) {
        return new WitnessRequest(old, log.consistency(old, checkpoint), checkpoint).bytes();
    }

    private static long size(String body) throws IOException {
        String text = body.strip();
        if (!text.matches("[0-9]{1,18}")) {
            throw new IOException("a witness answered 409 without a size");
        }
        return Long.parseLong(text);
    }

    private void judge(KnownWitness witness, Checkpoint checkpoint, WitnessCalls.Reply reply) {
        String key = witness.key().text();
        switch (reply.status()) {
            case 200 -> take(witness, checkpoint, reply.body());
            case 422 -> stop(witness, AlarmKind.FORK, String.valueOf(checkpoint.head().size()));
            case 403 -> trouble(key, "not-signed");
            case 404 -> trouble(key, "unknown-log");
            default -> trouble(key, "refused");
        }
    }

    private void take(KnownWitness witness, Checkpoint checkpoint, String line) {
        Optional<Trust.Signed> signed =
                checkpoint
                        .with(line)
                        .map(one -> one.trust(List.of(witness.key())))
                        .filter(Trust.Verified.class::isInstance)
                        .map(Trust.Verified.class::cast)
                        .flatMap(verified -> verified.by().stream().findFirst());
        Optional<Instant> at = signed.flatMap(one -> Optional.ofNullable(one.at()));
        if (at.isEmpty()) {
            alarm(AlarmKind.FORGED, witness.name(), line.strip());
            trouble(witness.key().text(), "forged");
            return;
        }
        long size = checkpoint.head().size();
        kept(() -> {
            book.show(checkpoint);
            book.cosigned(
                    new CheckpointBook.Cosignature(
                            size, witness.key().text(), line.strip(), at.get()));
            book.follows(witness.key().text(), size);
            return true;
        });
    }

    private void stop(KnownWitness witness, AlarmKind kind, String detail) {
        log.hold(kind == AlarmKind.GAP);
        alarm(kind, witness.name(), detail);
        trouble(witness.key().text(), kind.code());
    }

    private void listen(KnownWitness witness) {
        CheckpointBook.Seen seen = kept(() -> book.seen(witness.key().text()));
        Instant last = seen.cosignedAt().orElse(seen.since());
        Duration quiet = Duration.between(last, clock.instant());
        if (quiet.compareTo(settings.silence()) > 0) {
            alarm(AlarmKind.SILENCE, witness.name(), last.toString());
        }
    }

    private void trouble(String key, String trouble) {
        kept(() -> {
            book.troubled(key, trouble);
            return true;
        });
    }

    private void alarm(AlarmKind kind, String about, String detail) {
        kept(() -> {
            alarms.raise(kind, about, detail);
            return true;
        });
    }

    private <T> T kept(Supplier<T> work) {
        return ActingAs.call(
                JOB, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
