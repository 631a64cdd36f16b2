package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.ReportShares;
import az.qalxan.reporting.SharedReportRead;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells owners who read what they showed, and ends consents at their term. */
@Component
class Readings {

    private static final int EXPIRED_AT_ONCE_MAX = 500;

    private final JdbcClient jdbc;
    private final AskStore asks;
    private final ReportShares shares;
    private final CurrentCaller callers;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Readings(
            JdbcClient jdbc,
            AskStore asks,
            ReportShares shares,
            CurrentCaller callers,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.asks = asks;
        this.shares = shares;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @EventListener
    void on(SharedReportRead read) {
        note(read.consent(), "record", read.at());
    }

    /** Notes that the caller read something by that consent, for the owner to see. */
    void note(UUID consent, String what, Instant at) {
        jdbc.sql("select deconfliction.note_reading(:consent, :reader, :what, :at)")
                .param("consent", consent)
                .param("reader", callers.get().map(Caller::name).orElse(""))
                .param("what", what)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> number)
                .list();
    }

    /** Row-level security has closed them at their moment; this writes it down. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void expire() {
        ActingAs.run(
                TransactionIdentity.job("deconfliction"),
                () -> transaction.executeWithoutResult(status -> endWhatIsOver()));
    }

    private void endWhatIsOver() {
        List<UUID> over = asks.expire(clock.instant(), EXPIRED_AT_ONCE_MAX);
        if (!over.isEmpty()) {
            shares.end(over);
            audit.recordAll(DeconflictionAct.CONSENT_ENDED, "ask", over);
        }
    }
}
