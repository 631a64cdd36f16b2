package az.qalxan.series;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that one process at a time links, and none while everything is being linked anew. */
@Component
class KeeperLock {

    private final JdbcClient jdbc;

    KeeperLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the running transaction may link; until it ends nobody else may. */
    boolean tryLock() {
        return jdbc.sql(
                        """
                        select pg_try_advisory_xact_lock(hashtext('series.keeper'))
                          and not exists (select from series.relink where state = 'running')
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Waits until nobody links; holds the lock until the running transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('series.keeper'))")
                .query((row, number) -> true)
                .single();
    }

    /** Notes that the series changed. */
    void countStep() {
        jdbc.sql("update series.standing set generation = generation + 1").update();
    }

    long generation() {
        return jdbc.sql("select generation from series.standing").query(Long.class).single();
    }
}
