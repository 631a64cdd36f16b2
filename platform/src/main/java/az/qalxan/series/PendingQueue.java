package az.qalxan.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue between facts and the linking; a fact is queued in its own transaction. */
@Component
class PendingQueue {

    /** What failed so often is left aside until somebody looks at it. */
    static final int ATTEMPTS_MAX = 5;

    private final JdbcClient jdbc;

    PendingQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Queues one entry of that kind for each report. */
    void add(String kind, Collection<UUID> reports) {
        jdbc.sql(
                        """
                        insert into series.pending (kind, report_id)
                        select :kind, id from unnest(cast(:ids as uuid[])) as id
                        """)
                .param("kind", kind)
                .param("ids", Columns.ids(reports))
                .update();
    }

    void addPair(UUID one, UUID other) {
        jdbc.sql(
                        """
                        insert into series.pending (kind, report_id, other_id)
                        values ('pair', :one, :other)
                        """)
                .param("one", one)
                .param("other", other)
                .update();
    }

    void addKey(long key) {
        jdbc.sql("insert into series.pending (kind, key) values ('key', :key)")
                .param("key", key)
                .update();
    }

    /** The oldest entries, held for this transaction. */
    List<Pending> take(int most) {
        return jdbc.sql(
                        """
                        select id, kind, report_id, other_id, key from series.pending
                        where attempts < :attempts
                        order by id limit :most for update skip locked
                        """)
                .param("attempts", ATTEMPTS_MAX)
                .param("most", most)
                .query(PendingQueue::pending)
                .list();
    }

    private static Pending pending(ResultSet row, int number) throws SQLException {
        return new Pending(
                row.getLong("id"),
                row.getString("kind"),
                row.getObject("report_id", UUID.class),
                row.getObject("other_id", UUID.class),
                (@Nullable Long) row.getObject("key"));
    }

    void drop(List<Pending> done) {
        jdbc.sql("delete from series.pending where id = any (cast(:ids as bigint[]))")
                .param("ids", Columns.keys(done.stream().map(Pending::id).toList()))
                .update();
    }

    /** Notes that these could not be dealt with. */
    void failed(List<Long> ids) {
        jdbc.sql(
                        """
                        update series.pending set attempts = attempts + 1
                        where id = any (cast(:ids as bigint[]))
                        """)
                .param("ids", Columns.keys(ids))
                .update();
    }

    /** How much waits, and how much of it was left aside. */
    record Backlog(long waiting, long leftAside, double oldestSeconds) {}

    Backlog backlog() {
        return jdbc.sql(
                        """
                        select count(*) filter (where attempts < :attempts),
                          count(*) filter (where attempts >= :attempts),
                          coalesce(extract(epoch from
                            clock_timestamp() - min(at) filter (where attempts < :attempts)), 0)
                        from series.pending
                        """)
                .param("attempts", ATTEMPTS_MAX)
                .query((row, number) ->
                        new Backlog(row.getLong(1), row.getLong(2), row.getDouble(3)))
                .single();
    }
}
