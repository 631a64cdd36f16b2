package az.qalxan.series;

import az.qalxan.database.ActingAs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows operators how much waits to be linked, in the metrics and in the health. */
@Component("seriesHealthIndicator")
class LinkMeters implements HealthIndicator {

    /** Asking the database for each gauge of one collection would be three times the same. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final PendingQueue queue;
    private final TransactionTemplate transaction;
    private PendingQueue.Backlog last = new PendingQueue.Backlog(0, 0, 0);
    private long askedNanos;

    LinkMeters(PendingQueue queue, TransactionTemplate transaction, MeterRegistry meters) {
        this.queue = queue;
        this.transaction = transaction;
        Gauge.builder("qalxan.series.waiting", this, one -> one.backlog().waiting())
                .description("Entries that wait to be linked")
                .register(meters);
        Gauge.builder("qalxan.series.left.aside", this, one -> one.backlog().leftAside())
                .description("Entries that could not be linked and were left aside")
                .register(meters);
        Gauge.builder("qalxan.series.oldest", this, one -> one.backlog().oldestSeconds())
                .baseUnit("seconds")
                .description("Age of the oldest entry that waits to be linked")
                .register(meters);
    }

    synchronized PendingQueue.Backlog backlog() {
        long now = System.nanoTime();
        if (askedNanos == 0 || now - askedNanos > KEPT.toNanos()) {
            last = ask();
            askedNanos = now;
        }
        return last;
    }

    private PendingQueue.Backlog ask() {
        try {
            return ActingAs.call(
                    LinkStep.SYSTEM,
                    () -> Objects.requireNonNull(transaction.execute(status -> queue.backlog())));
        } catch (DataAccessException | TransactionException e) {
            return last;
        }
    }

    /** Reports that wait are no illness; one that could not be linked is something to look at. */
    @Override
    public Health health() {
        PendingQueue.Backlog now = backlog();
        return Health.up()
                .withDetail("waiting", now.waiting())
                .withDetail("leftAside", now.leftAside())
                .withDetail("oldestSeconds", Math.round(now.oldestSeconds()))
                .build();
    }
}
