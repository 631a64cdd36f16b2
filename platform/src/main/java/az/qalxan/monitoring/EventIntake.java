package az.qalxan.monitoring;

import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events in, each batch once however often it is sent: with its events it stores that they
 * wait to be judged, in one transaction.
 */
@Component
class EventIntake {

    /** Bytes of one batch. */
    static final int BATCH_BYTES_MAX = 16 << 20;

    /** Events of one batch. */
    static final int BATCH_EVENTS_MAX = 50_000;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final EventSourceStore sources;
    private final BatchStore batches;
    private final EventArchive archive;
    private final EventIds ids;
    private final DetectionWorker worker;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EventIntake(
            EventSourceStore sources,
            BatchStore batches,
            EventArchive archive,
            EventIds ids,
            DetectionWorker worker,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.sources = sources;
        this.batches = batches;
        this.archive = archive;
        this.ids = ids;
        this.worker = worker;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What became of a batch.
     *
     * @param repeated whether it had been taken before
     */
    record Receipt(long batch, int lines, int events, int damaged, boolean repeated) {}

    /** Takes a batch as the caller, under the key that the sender chose for it. */
    Receipt take(Caller caller, UUID source, String key, byte[] bytes) {
        if (!KEY.matcher(key).matches()) {
            throw ProblemFound.of(MonitoringProblem.KEY_MISSING);
        }
        if (bytes.length > BATCH_BYTES_MAX) {
            throw tooMany();
        }
        Source open = Objects.requireNonNull(transaction.execute(_ -> source(caller, source)));
        EventReading.Lines lines = new EventReading(open).read(bytes);
        String digest = digest(bytes);
        List<EventArchive.Fresh> events = fresh(lines);
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    BatchStore.Fresh batch = batch(open, key, digest, lines, events);
                    Optional<Long> taken = batches.insert(batch, clock.instant());
                    return taken.isEmpty() ? before(batch) : store(taken.get(), batch, events);
                }));
    }

    /** The answer to a batch that holds more than is taken at once. */
    static ProblemFound tooMany() {
        return ProblemFound.of(MonitoringProblem.TOO_MANY, BATCH_BYTES_MAX, BATCH_EVENTS_MAX);
    }

    private Source source(Caller caller, UUID id) {
        Source source =
                sources.find(id)
                        .filter(one -> one.body().equals(caller.body().value()))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        Optional<EventSourceStore.Key> key = sources.keyOf(caller.account().value());
        boolean another =
                key.filter(one -> !one.source().equals(id) || !one.holds(clock.instant()))
                        .isPresent();
        boolean keyless =
                caller.roles().equals(java.util.Set.of(Role.EVENT_SENDER)) && key.isEmpty();
        if (another || keyless) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        if (!source.open()) {
            throw ProblemFound.of(MonitoringProblem.SOURCE_CLOSED);
        }
        return source;
    }

    private List<EventArchive.Fresh> fresh(EventReading.Lines lines) {
        Instant now = clock.instant();
        EventIds.Drawing drawing = ids.drawing();
        List<EventArchive.Fresh> fresh = new ArrayList<>();
        for (EventReading.Read read : lines.events()) {
            @Nullable Instant at = read.at();
            fresh.add(
                    new EventArchive.Fresh(
                            drawing.next(),
                            at == null ? now : at,
                            read.line(),
                            read.raw(),
                            read.entities().stream().map(Entities::key).distinct().toList()));
        }
        return fresh;
    }

    private static BatchStore.Fresh batch(
            Source source,
            String key,
            String digest,
            EventReading.Lines lines,
            List<EventArchive.Fresh> events) {
        List<UUID> ids = events.stream().map(EventArchive.Fresh::id).toList();
        return new BatchStore.Fresh(
                source,
                key,
                digest,
                lines,
                ids.isEmpty() ? null : Collections.min(ids),
                ids.isEmpty() ? null : Collections.max(ids));
    }

    private Receipt before(BatchStore.Fresh batch) {
        BatchStore.Taken earlier =
                batches.find(batch.source().id(), batch.key())
                        .filter(one -> one.digest().equals(batch.digest()))
                        .orElseThrow(() -> ProblemFound.of(MonitoringProblem.KEY_REUSED));
        return new Receipt(
                earlier.id(), earlier.lines(), earlier.events(), earlier.damaged(), true);
    }

    private Receipt store(long id, BatchStore.Fresh batch, List<EventArchive.Fresh> events) {
        Source source = batch.source();
        archive.keep(
                new EventArchive.Place(source.id(), source.body(), source.handling().rank(), id),
                events);
        List<EventReading.Damaged> damaged = batch.lines().damaged();
        if (!damaged.isEmpty()) {
            batches.keepDamaged(id, source, damaged, clock.instant());
        }
        audit.record(
                MonitoringAct.EVENTS_TAKEN,
                AuditSubject.of("event-source", source.id()),
                Map.of(
                        "batch", String.valueOf(id),
                        "events", String.valueOf(events.size()),
                        "damaged", String.valueOf(batch.lines().damages())));
        worker.wakeAfterCommit();
        return new Receipt(
                id, batch.lines().lines(), events.size(), batch.lines().damages(), false);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
