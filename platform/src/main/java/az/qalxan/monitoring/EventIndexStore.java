package az.qalxan.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of a search index: what it has, and what the caller may ask of it. */
@Component
class EventIndexStore {

    private final JdbcClient jdbc;

    EventIndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest batches after one that the index has not. */
    List<Long> waiting(long after, int most) {
        return jdbc.sql(
                        """
                        select id from monitoring.batch where indexed_at is null and id > :after
                        order by id limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    List<SearchIndex.Entry> entries(long batch) {
        return jdbc.sql(
                        """
                        select e.id, e.source_id, e.body, e.handling, e.raw,
                          array(select k.key from monitoring.event_key k where k.event_id = e.id
                                order by k.key) keys
                        from monitoring.event e join monitoring.batch b on b.id = e.batch_id
                        where e.batch_id = :batch and e.id between b.first_id and b.last_id
                        order by e.line
                        """)
                .param("batch", batch)
                .query((row, number) -> entry(row))
                .list();
    }

    private static SearchIndex.Entry entry(ResultSet row) throws SQLException {
        return new SearchIndex.Entry(
                row.getObject("id", UUID.class),
                row.getObject("source_id", UUID.class),
                row.getString("body"),
                row.getInt("handling"),
                Arrays.stream((Object[]) row.getArray("keys").getArray())
                        .map(Object::toString)
                        .toList(),
                row.getBytes("raw"));
    }

    void indexed(long batch, Instant now) {
        jdbc.sql("update monitoring.batch set indexed_at = :now where id = :batch")
                .param("now", EventSourceStore.utc(now))
                .param("batch", batch)
                .update();
    }

    /** From which moment on the index may miss events that the caller may see; empty for none. */
    Optional<Instant> frontier() {
        return jdbc.sql(
                        """
                        select first_id from monitoring.batch
                        where indexed_at is null and first_id is not null
                        order by first_id limit 1
                        """)
                .query((row, number) -> row.getObject("first_id", UUID.class))
                .optional()
                .map(EventIds::moment);
    }

    /** What the caller may ask the index for, as the policy of the events says. */
    SearchIndex.Reader reader() {
        return jdbc.sql(
                        """
                        select coalesce(database.caller_body(), '') body,
                          coalesce(access.ceiling('monitoring', 'read', 'own'), -1) own,
                          coalesce(access.ceiling('monitoring', 'read', 'any'), -1) every
                        """)
                .query((row, number) ->
                        new SearchIndex.Reader(
                                row.getString("body"), row.getInt("own"), row.getInt("every")))
                .single();
    }
}
