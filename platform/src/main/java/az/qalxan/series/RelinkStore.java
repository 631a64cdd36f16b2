package az.qalxan.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where linking everything anew stands, for people and for the process that goes on with it. */
@Component
class RelinkStore {

    private static final String COLUMNS =
            """
            select id, state, part, done, total, reports, changed, started_at, ended_at
            from series.relink
            """;

    private final JdbcClient jdbc;

    RelinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is under way, else what ended last. */
    Optional<RelinkProgress> last() {
        return jdbc.sql(COLUMNS + "order by ended_at desc nulls first, started_at desc limit 1")
                .query(RelinkStore::progress)
                .optional();
    }

    Optional<RelinkProgress> underWay() {
        return jdbc.sql(COLUMNS + "where state in ('running', 'paused')")
                .query(RelinkStore::progress)
                .optional();
    }

    UUID begin(long generation, String name, Instant at) {
        return jdbc.sql(
                        """
                        insert into series.relink (
                          id, state, part, done, total, reports, changed, generation, started_at,
                          changed_at, name)
                        values (uuidv7(), 'running', 'read', 0, 0, 0, 0, :generation, :at, :at,
                          :name)
                        returning id
                        """)
                .param("generation", generation)
                .param("at", utc(at))
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    /** Goes from one state to another; false when it is no longer in the first. */
    boolean move(UUID id, String from, String to, Instant at) {
        return jdbc.sql(
                                """
                                update series.relink
                                set state = :to, changed_at = :at,
                                  ended_at = case when :to in ('running', 'paused')
                                    then null else cast(:at as timestamptz) end
                                where id = :id and state = :from
                                """)
                        .param("to", to)
                        .param("at", utc(at))
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    /** Notes how far it is; false when it was paused or taken over meanwhile. */
    boolean note(UUID id, String part, long done, long total, Instant at) {
        return jdbc.sql(
                                """
                                update series.relink
                                set part = :part, done = :done, total = :total, changed_at = :at
                                where id = :id and state = 'running'
                                """)
                        .param("part", part)
                        .param("done", done)
                        .param("total", total)
                        .param("at", utc(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    void count(UUID id, long reports, long changed) {
        jdbc.sql(
                        """
                        update series.relink
                        set reports = reports + :reports, changed = changed + :changed
                        where id = :id
                        """)
                .param("reports", reports)
                .param("changed", changed)
                .param("id", id)
                .update();
    }

    void countFromNothing(UUID id, long generation) {
        jdbc.sql(
                        """
                        update series.relink
                        set reports = 0, changed = 0, generation = :generation where id = :id
                        """)
                .param("generation", generation)
                .param("id", id)
                .update();
    }

    long generation(UUID id) {
        return jdbc.sql("select generation from series.relink where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** One that runs although nobody has said for so long how far it is; now it is the caller's. */
    Optional<UUID> orphan(Duration silence, Instant now) {
        return jdbc.sql(
                        """
                        update series.relink set changed_at = :now
                        where state = 'running' and changed_at < :before returning id
                        """)
                .param("now", utc(now))
                .param("before", utc(now.minus(silence)))
                .query(UUID.class)
                .optional();
    }

    private static RelinkProgress progress(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new RelinkProgress(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("part"),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("reports"),
                row.getLong("changed"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
