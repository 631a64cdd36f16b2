package az.qalxan.cooperation;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts provisional clocks anew now and then: a holiday may have been decided since. */
@Component
class CalendarWatch {

    private static final TransactionIdentity JOB = TransactionIdentity.job("cooperation");
    private static final int MOST = 5_000;

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
                    for (UUID request : provisional()) {
                        transaction.executeWithoutResult(status -> work.recount(request, now));
                    }
                });
    }

    private List<UUID> provisional() {
        List<UUID> found = transaction.execute(status -> terms.resting(List.of(), MOST));
        return found == null ? List.of() : found;
    }
}
