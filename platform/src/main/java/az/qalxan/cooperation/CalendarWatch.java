package az.qalxan.cooperation;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts clocks of working days anew now and then: a holiday may have been decided since. */
@Component
class CalendarWatch {

    private static final TransactionIdentity JOB = TransactionIdentity.job("cooperation");
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int BATCH = 1_000;
    private static final int BATCHES_MAX = 1_000;

    private final TermStore terms;
    private final RoundWork work;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CalendarWatch(
            TermStore terms, RoundWork work, Clock clock, PlatformTransactionManager manager) {
        this.terms = terms;
        this.work = work;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void go() {
        go(clock.instant());
    }

    void go(Instant now) {
        ActingAs.run(
                JOB,
                () -> {
                    UUID after = BEFORE_ALL;
                    for (int batch = 0; batch < BATCHES_MAX; batch++) {
                        List<UUID> found = behind(after);
                        if (found.isEmpty()) {
                            return;
                        }
                        found.forEach(request -> recount(request, now));
                        after = found.getLast();
                    }
                });
    }

    private void recount(UUID request, Instant now) {
        transaction.executeWithoutResult(status -> work.recount(request, now));
    }

    private List<UUID> behind(UUID after) {
        return Objects.requireNonNull(
                transaction.execute(status -> terms.byCalendar(after, BATCH)));
    }
}
