package az.qalxan.ledger.watch;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.ledger.PublishedLog;
import az.qalxan.ledger.VerificationReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs verifications: every so often by itself, and when somebody asks; one at a time. */
@Component
class Verifying {

    /** A run that says nothing for so long has no process any more. */
    private static final Duration STANDSTILL_MAX = Duration.ofMinutes(10);

    private static final long STEP_LEAVES = 20_000;

    private final PublishedLog log;
    private final VerificationStore store;
    private final LogAlarms alarms;
    private final AuditLog audit;
    private final WatchSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Verifying(
            PublishedLog log,
            VerificationStore store,
            LogAlarms alarms,
            AuditLog audit,
            WatchSettings settings,
            Clock clock,
            PlatformTransactionManager manager) {
        this.log = log;
        this.store = store;
        this.alarms = alarms;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        Instant due = clock.instant().minus(settings.verifyEvery());
        boolean now =
                asSystem(() -> {
                    store.breakOff(clock.instant().minus(STANDSTILL_MAX));
                    return store.latest().stream().noneMatch(run -> run.startedAt().isAfter(due));
                });
        if (now) {
            Begun begun = ActingAs.call(Feeding.JOB, () -> begin(""));
            if (begun.now()) {
                run(begun.id());
            }
        }
    }

    /** Begins one for the caller, in the background; the running one where there is one. */
    UUID start(String by) {
        Begun begun = begin(by);
        if (begun.now()) {
            Thread.ofVirtual().name("verification").start(() -> run(begun.id()));
        }
        return begun.id();
    }

    /** A verification that was just begun, or the one that was running already. */
    private record Begun(UUID id, boolean now) {}

    /** Begins one as whoever calls unless another is running. */
    private Begun begin(String by) {
        UUID id = UUID.randomUUID();
        long total = 2 * log.state().size();
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    store.lock();
                    Optional<UUID> running = store.running().map(VerificationStore.Run::id);
                    if (running.isPresent()) {
                        return new Begun(running.get(), false);
                    }
                    store.begin(id, by, total);
                    audit.record(
                            LedgerAct.VERIFICATION_STARTED, AuditSubject.of("verification", id));
                    return new Begun(id, true);
                }));
    }

    /** Runs it to its end. */
    VerificationReport run(UUID id) {
        VerificationReport report;
        try {
            report = log.verify(telling(id));
        } catch (DataAccessException | TransactionException e) {
            asSystem(() -> {
                store.breakOff(clock.instant().plus(STANDSTILL_MAX));
                return true;
            });
            throw e;
        }
        asSystem(() -> {
            store.end(id, report);
            audit.record(
                    LedgerAct.VERIFICATION_ENDED,
                    AuditSubject.of("verification", id),
                    Map.of("findings", String.valueOf(report.count())));
            if (!report.clean()) {
                alarms.raise(AlarmKind.FINDINGS, report.origin(), String.valueOf(report.count()));
            }
            return true;
        });
        return report;
    }

    private LongConsumer telling(UUID id) {
        return new LongConsumer() {
            private long told;

            @Override
            public void accept(long done) {
                if (done - told >= STEP_LEAVES) {
                    told = done;
                    asSystem(() -> {
                        store.moved(id, done);
                        return true;
                    });
                }
            }
        };
    }

    private <T> T asSystem(Supplier<T> work) {
        return ActingAs.call(
                Feeding.JOB,
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
