package az.qalxan.cooperation;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job that lets nothing lapse silently: raises tasks, tells people step by step, counts clocks
 * anew. After the program was down it catches up, and what fell in that time says so. Each request
 * is dealt with in one transaction with its row held, so that nothing happens twice.
 */
@Component
class Rounds {

    /** Longer without a round is a gap. */
    static final Duration GAP = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("cooperation");
    private static final Duration NOTED_EVERY = Duration.ofSeconds(20);
    private static final Duration GAPS_KNOWN = Duration.ofDays(400);
    private static final int BATCH = 50;
    private static final int BATCHES_MAX = 10_000;

    private final RoundStore rounds;
    private final TaskStore tasks;
    private final RoundWork work;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rounds(
            RoundStore rounds,
            TaskStore tasks,
            RoundWork work,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.rounds = rounds;
        this.tasks = tasks;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            go(clock.instant());
        } catch (DataAccessException e) {
            LOG.error("the rounds of the 24/7 point failed; they are made again", e);
        }
    }

    /** One round at that moment. */
    void go(Instant now) {
        ActingAs.run(
                JOB,
                () -> {
                    transaction.executeWithoutResult(status -> begin(now));
                    everyLawChange(now);
                    everyDue(now);
                });
    }

    /** Notes that the rounds run, and the gap before when there was one. */
    private void begin(Instant now) {
        Optional<Instant> last = rounds.last();
        if (last.isPresent() && last.get().plus(GAP).isBefore(now)) {
            RoundStore.Downtime gap = new RoundStore.Downtime(UUID.randomUUID(), last.get(), now);
            rounds.down(gap);
            audit.record(
                    CooperationAct.DOWN,
                    AuditSubject.of("downtime", gap.id()),
                    Map.of("from", gap.from().toString(), "until", gap.until().toString()));
            LOG.warn("the 24/7 point's rounds were down from {} to {}", gap.from(), gap.until());
        }
        if (last.isEmpty() || last.get().plus(NOTED_EVERY).isBefore(now)) {
            rounds.ran(now);
        }
    }

    private void everyDue(Instant now) {
        for (int batch = 0; batch < BATCHES_MAX; batch++) {
            int taken = Objects.requireNonNull(transaction.execute(status -> due(now)));
            if (taken == 0) {
                return;
            }
        }
    }

    private int due(Instant now) {
        List<UUID> requests = tasks.takeDue(now, BATCH);
        if (!requests.isEmpty()) {
            List<RoundStore.Downtime> gaps = rounds.since(now.minus(GAPS_KNOWN));
            requests.forEach(request -> work.raise(request, gaps, now));
        }
        return requests.size();
    }

    private void everyLawChange(Instant now) {
        for (int batch = 0; batch < BATCHES_MAX; batch++) {
            boolean more = Boolean.TRUE.equals(transaction.execute(status -> lawChange(now)));
            if (!more) {
                return;
            }
        }
    }

    private boolean lawChange(Instant now) {
        Optional<RoundStore.LawChange> next = rounds.nextLawChange();
        if (next.isEmpty()) {
            return false;
        }
        String plan = RoundWork.review(next.get().id());
        List<UUID> touched = rounds.touched(next.get(), plan, BATCH);
        touched.forEach(request -> work.review(request, plan, now));
        if (touched.isEmpty()) {
            rounds.workedOff(next.get().id());
        }
        return true;
    }
}
