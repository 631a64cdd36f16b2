package az.qalxan.audit;

import az.qalxan.ledger.LedgerSource;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this module for tests that put a log together by hand. */
public final class JournalParts {

    private JournalParts() {}

    public static LedgerSource leaves(JdbcClient jdbc) {
        return new JournalLeaves(jdbc);
    }

    public static AuditLog log(JdbcClient jdbc, Clock clock) {
        return new AuditLog(jdbc, clock);
    }
}
