package az.qalxan.evidence.upkeep;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.Exhibits;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** The job that reads stored bytes anew when the pack's time is over, the oldest first. */
@Component
class VerificationJob {

    /** Under which name the chain says who verified. */
    static final String AUTHOR = "qalxan";

    private static final Logger LOG = LoggerFactory.getLogger(VerificationJob.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("evidence");

    /** Exhibits of one run. */
    private static final int BATCH = 100;

    private final BytesChecking verifying;
    private final BytesCheckStore store;
    private final Exhibits exhibits;
    private final EvidencePack pack;
    private final Clock clock;
    private final TransactionTemplate transaction;

    VerificationJob(
            BytesChecking verifying,
            BytesCheckStore store,
            Exhibits exhibits,
            EvidencePack pack,
            Clock clock,
            PlatformTransactionManager manager) {
        this.verifying = verifying;
        this.store = store;
        this.exhibits = exhibits;
        this.pack = pack;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void go() {
        try {
            go(clock.instant());
        } catch (DataAccessException e) {
            LOG.error("stored evidence could not be verified; it is tried again", e);
        }
    }

    /** One run over what is due at that moment; how many exhibits it read. */
    int go(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, pack.zone());
        int days = pack.clock("verify").amount();
        Instant since = today.minusDays(days).atStartOfDay(pack.zone()).toInstant();
        return ActingAs.call(
                JOB,
                () -> {
                    List<ExhibitId> due = transaction.execute(status -> store.stale(since, BATCH));
                    return due == null || due.isEmpty() ? 0 : run(due);
                });
    }

    private int run(List<ExhibitId> due) {
        UUID run = verifying.begin(AUTHOR);
        for (ExhibitId one : due) {
            Optional<Exhibit> exhibit = exhibits.of(one);
            exhibit.ifPresent(found -> verify(run, found));
        }
        verifying.end(run);
        return due.size();
    }

    /** One whose disk answers with an error is tried again in the next run; the others go on. */
    private void verify(UUID run, Exhibit exhibit) {
        try {
            Verdict verdict = verifying.verify(run, exhibit, AUTHOR);
            if (verdict.alarms()) {
                LOG.error("bytes of exhibit {} are {}", exhibit.id(), verdict.code());
            }
        } catch (UncheckedIOException e) {
            LOG.error("bytes of exhibit {} could not be read", exhibit.id(), e);
        }
    }
}
