package az.qalxan.monitoring;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rounds of monitoring: notices silent sources, keeps events for their time and no longer. */
@Component
class MonitoringUpkeep {

    private static final int FORGOTTEN_AT_ONCE_MAX = 10_000;

    private final EventSourceStore sources;
    private final PulseStore pulses;
    private final EventArchive archive;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MonitoringUpkeep(
            EventSourceStore sources,
            PulseStore pulses,
            EventArchive archive,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.sources = sources;
        this.pulses = pulses;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void listen() {
        asSystem(this::noticeSilence);
    }

    void noticeSilence() {
        List<UUID> silent = pulses.notice(clock.instant());
        if (!silent.isEmpty()) {
            audit.recordAll(MonitoringAct.SILENCE_NOTICED, "event-source", silent);
        }
    }

    @Scheduled(initialDelay = 5, fixedDelay = 3_600, timeUnit = TimeUnit.SECONDS)
    void keep() {
        asSystem(() -> archive.keepDays(clock.instant()));
        ActingAs.run(DetectionStep.SYSTEM, this::forget);
    }

    private void forget() {
        List<EventSourceStore.Retention> all =
                Objects.requireNonNull(transaction.execute(_ -> sources.retentions()));
        for (EventSourceStore.Retention one : all) {
            Instant before = clock.instant().minus(Duration.ofDays(one.days()));
            while (forgetSome(one.source(), before) == FORGOTTEN_AT_ONCE_MAX) {
                Thread.onSpinWait();
            }
        }
    }

    /** Forgets events of a source that were taken before a moment; gives how many. */
    long forgetSome(UUID source, Instant before) {
        Long gone =
                transaction.execute(_ -> {
                    long count = archive.forget(source, before, FORGOTTEN_AT_ONCE_MAX);
                    if (count > 0) {
                        audit.record(
                                MonitoringAct.EVENTS_FORGOTTEN,
                                AuditSubject.of("event-source", source),
                                Map.of(
                                        "events", String.valueOf(count),
                                        "before", before.toString()));
                    }
                    return count;
                });
        return gone == null ? 0 : gone;
    }

    private void asSystem(Runnable work) {
        ActingAs.run(DetectionStep.SYSTEM, () -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
