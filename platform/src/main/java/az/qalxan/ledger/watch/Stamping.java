package az.qalxan.ledger.watch;

import az.qalxan.database.ActingAs;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.Stamp;
import az.qalxan.engines.ledger.StampCheck;
import az.qalxan.engines.timestamp.Timestamp;
import az.qalxan.engines.timestamp.TimestampClient;
import az.qalxan.ledger.CheckpointSeals;
import az.qalxan.ledger.PublishedLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Has checkpoints stamped (RFC 3161), every so often and when a bundle needs it. */
@Component
class Stamping implements CheckpointSeals {

    /** How stamps of this instance itself are called. */
    static final String OWN = "own";

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final PublishedLog log;
    private final CheckpointBook book;
    private final Feeding feeding;
    private final OwnAuthority own;
    private final LogAlarms alarms;
    private final WatchSettings settings;
    private final Clock clock;
    private final SecureRandom random;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();
    private final TransactionTemplate transaction;

    Stamping(
            PublishedLog log,
            CheckpointBook book,
            Feeding feeding,
            OwnAuthority own,
            LogAlarms alarms,
            WatchSettings settings,
            Clock clock,
            SecureRandom random,
            PlatformTransactionManager manager) {
        this.log = log;
        this.book = book;
        this.feeding = feeding;
        this.own = own;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        Optional<Instant> last = asSystem(book::lastStamp);
        Instant now = clock.instant();
        boolean due = last.isEmpty() || !last.get().plus(settings.stampEvery()).isAfter(now);
        if (due && log.state().size() > 0) {
            seal();
        }
    }

    @Override
    public Sealed seal() {
        Checkpoint newest =
                feeding.feed(settings.witnesses())
                        .orElseThrow(() -> new IllegalStateException("the log is empty"));
        long size = newest.head().size();
        List<CheckpointBook.Stamped> there =
                asSystem(() -> book.stamps(size, 1)).stream()
                        .filter(one -> one.size() == size)
                        .toList();
        CheckpointBook.Stamped stamp =
                there.isEmpty() ? stamp(cosigned(newest)).orElse(null) : there.getFirst();
        Checkpoint sealed =
                stamp == null ? cosigned(newest) : Checkpoint.parse(stamp.note()).orElse(newest);
        return new Sealed(
                sealed,
                settings.witnesses().stream().map(KnownWitness::key).toList(),
                stamp == null ? List.of() : List.of(Stamp.of(stamp.answer())));
    }

    /** The checkpoint with every cosignature that stands on a tree of its size. */
    Checkpoint cosigned(Checkpoint checkpoint) {
        long size = checkpoint.head().size();
        Checkpoint all = checkpoint;
        for (CheckpointBook.Cosignature one : asSystem(() -> book.cosignatures(size, size))) {
            all = all.with(one.line()).orElse(all);
        }
        return all;
    }

    private Optional<CheckpointBook.Stamped> stamp(Checkpoint checkpoint) {
        byte[] note = checkpoint.bytes();
        String name = settings.authority().map(URI::toString).orElse(OWN);
        try {
            Stamp stamp = asked(note);
            StampCheck.Genuine genuine =
                    Timestamp.verify(note, stamp, List.of())
                            .orElseThrow(() -> new IOException("the stamp is not genuine"));
            CheckpointBook.Stamped kept =
                    new CheckpointBook.Stamped(
                            checkpoint.head().size(), name, note, stamp.bytes(), genuine.at());
            asSystem(() -> {
                book.stamped(kept);
                return true;
            });
            return Optional.of(kept);
        } catch (IOException e) {
            asSystem(() -> {
                alarms.raise(AlarmKind.STAMP, name, String.valueOf(e.getMessage()));
                return true;
            });
            return Optional.empty();
        }
    }

    private Stamp asked(byte[] note) throws IOException {
        if (settings.authority().isEmpty()) {
            return Stamp.of(own.stamp(Digest.sha256(note).bytes()));
        }
        try {
            TimestampClient client = new TimestampClient(settings.authority().get(), http, random);
            return switch (client.stamp(note)) {
                case TimestampClient.Answer.Stamped stamped -> stamped.stamp();
                case TimestampClient.Answer.NotStamped not -> throw new IOException(not.why());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private <T> T asSystem(Supplier<T> work) {
        return ActingAs.call(
                Feeding.JOB,
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
