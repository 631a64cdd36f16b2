package az.qalxan.reporting;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out report numbers from blocks that the database's sequence grants, so that a report costs
 * no round trip for its number. Numbers of a block are lost when the process ends: gaps are normal.
 */
@Component
class ReferenceNumbers {

    /** The sequence's increment. */
    private static final int BLOCK = 500;

    private final JdbcClient jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;
    private long end;

    ReferenceNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        lock.lock();
        try {
            if (next == end) {
                next =
                        jdbc.sql("select nextval('reporting.reference_number')")
                                .query(Long.class)
                                .single();
                end = next + BLOCK;
            }
            return next++;
        } finally {
            lock.unlock();
        }
    }
}
