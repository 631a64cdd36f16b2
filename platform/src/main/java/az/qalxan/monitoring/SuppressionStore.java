package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps suppressions; row-level security decides whose a caller sees. */
@Component
class SuppressionStore {

    private static final String SELECT =
            """
            select id, body, rule_id, rule_title, source_id, entity_kind, entity, reason, until,
              made_at, made_by, ended_at, ended_by
            from monitoring.suppression
            """;

    private final JdbcClient jdbc;

    SuppressionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Suppression> live(String body, Instant now) {
        return jdbc.sql(
                        SELECT
                                + "where body = :body and ended_at is null and until > :now"
                                + " order by id")
                .param("body", body)
                .param("now", EventSourceStore.utc(now))
                .query((row, number) -> read(row))
                .list();
    }

    List<Suppression> latest(int most) {
        return jdbc.sql(SELECT + "order by ended_at is not null, id desc limit :most")
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    /** Keeps one, marked as the finding is for whose like it was made. */
    UUID insert(Suppression.Terms terms, Handling handling, String by, Instant now) {
        @Nullable UUID source = terms.source();
        return jdbc.sql(
                        """
                        insert into monitoring.suppression (rule_id, rule_title, source_id,
                          entity_kind, entity, handling, reason, until, made_at, made_by)
                        values (:rule, :title, cast(:source as uuid), :kind, :entity, :handling,
                          :reason, :until, :now, :by)
                        returning id
                        """)
                .param("rule", terms.rule())
                .param("title", terms.title())
                .param("source", source == null ? null : source.toString())
                .param("kind", terms.entity() == null ? "" : terms.entity().kind())
                .param("entity", terms.entity() == null ? "" : terms.entity().value())
                .param("handling", handling.rank())
                .param("reason", terms.reason())
                .param("until", EventSourceStore.utc(terms.until()))
                .param("now", EventSourceStore.utc(now))
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    boolean end(UUID id, String by, Instant now) {
        return jdbc.sql(
                                """
                                update monitoring.suppression set ended_at = :now, ended_by = :by
                                where id = :id and ended_at is null
                                """)
                        .param("id", id)
                        .param("now", EventSourceStore.utc(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static Suppression read(java.sql.ResultSet row) throws java.sql.SQLException {
        String kind = row.getString(6);
        return new Suppression(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Suppression.Terms(
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        kind.isEmpty() ? null : new Entity(kind, row.getString(7)),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant()),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getString(11),
                EventSourceStore.moment(row, 12),
                row.getString(13));
    }
}
