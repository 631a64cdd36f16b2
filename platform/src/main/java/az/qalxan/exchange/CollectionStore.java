package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.collection} and {@code exchange.permit}. */
@Repository
class CollectionStore {

    private static final String SELECT =
            """
            select c.*, r.cap as read_cap, w.cap as write_cap
              from exchange.collection c
              left join exchange.caps('read') r on r.collection_id = c.id
              left join exchange.caps('create') w on w.collection_id = c.id
            """;

    private final JdbcClient jdbc;

    CollectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Reachable> all() {
        return jdbc.sql(SELECT + " order by c.id").query(CollectionStore::row).list();
    }

    Optional<Reachable> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(CollectionStore::row)
                .optional();
    }

    Optional<Reachable> find(String alias) {
        return jdbc.sql(SELECT + " where c.alias = :alias")
                .param("alias", alias)
                .query(CollectionStore::row)
                .optional();
    }

    /** Opens a collection; empty when the alias is taken. */
    Optional<UUID> insert(CollectionForm.Checked fresh, String by, Instant now) {
        Optional<UUID> id =
                jdbc.sql(
                                """
                                insert into exchange.collection (alias, title, description,
                                  unmarked, ceiling, opened_at, opened_by)
                                values (:alias, :title, :description, :unmarked, :ceiling, :now,
                                  :by)
                                on conflict (alias) do nothing
                                returning id
                                """)
                        .param("alias", fresh.alias())
                        .param("title", fresh.title())
                        .param("description", fresh.description())
                        .param("unmarked", fresh.unmarked().rank())
                        .param("ceiling", fresh.ceiling().rank())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .query(UUID.class)
                        .optional();
        id.ifPresent(this::beginTail);
        return id;
    }

    private void beginTail(UUID id) {
        jdbc.sql("insert into exchange.tail values (:id, timestamptz 'epoch')")
                .param("id", id)
                .update();
    }

    boolean update(UUID id, int version, CollectionForm.Checked now) {
        return jdbc.sql(
                                """
                                update exchange.collection
                                   set title = :title, description = :description,
                                       unmarked = :unmarked, ceiling = :ceiling,
                                       version = version + 1
                                 where id = :id and version = :version and closed_at is null
                                """)
                        .param("title", now.title())
                        .param("description", now.description())
                        .param("unmarked", now.unmarked().rank())
                        .param("ceiling", now.ceiling().rank())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean close(UUID id, @Nullable Instant at) {
        return jdbc.sql(
                                """
                                update exchange.collection
                                   set closed_at = :at, version = version + 1
                                 where id = :id
                                   and (closed_at is null) <> (:at::timestamptz is null)
                                """)
                        .param("id", id)
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Permit> permits(UUID collection) {
        return jdbc.sql("select * from exchange.permit where collection_id = :id order by body")
                .param("id", collection)
                .query((row, n) -> permit(row))
                .list();
    }

    void permit(UUID collection, Permit permit) {
        jdbc.sql(
                        """
                        insert into exchange.permit
                        values (:id, :body, :read, :write, :readCeiling, :writeCeiling, :at, :by)
                        on conflict (collection_id, body) do update
                           set can_read = excluded.can_read, can_write = excluded.can_write,
                               read_ceiling = excluded.read_ceiling,
                               write_ceiling = excluded.write_ceiling,
                               given_at = excluded.given_at, given_by = excluded.given_by
                        """)
                .param("id", collection)
                .param("body", permit.body())
                .param("read", permit.canRead())
                .param("write", permit.canWrite())
                .param("readCeiling", permit.readCeiling().rank())
                .param("writeCeiling", permit.writeCeiling().rank())
                .param("at", permit.givenAt().atOffset(ZoneOffset.UTC))
                .param("by", permit.givenBy())
                .update();
    }

    boolean withdraw(UUID collection, String body) {
        return jdbc.sql("delete from exchange.permit where collection_id = :id and body = :body")
                        .param("id", collection)
                        .param("body", body)
                        .update()
                == 1;
    }

    private static Reachable row(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        ThreatCollection collection =
                new ThreatCollection(
                        row.getObject("id", UUID.class),
                        row.getString("body"),
                        row.getString("alias"),
                        row.getString("title"),
                        row.getString("description"),
                        Handling.ofRank(row.getInt("unmarked")),
                        Handling.ofRank(row.getInt("ceiling")),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        closed == null ? null : closed.toInstant(),
                        row.getInt("version"));
        return new Reachable(collection, cap(row, "read_cap"), cap(row, "write_cap"));
    }

    private static @Nullable Handling cap(ResultSet row, String column) throws SQLException {
        @Nullable Integer rank = row.getObject(column, Integer.class);
        return rank == null ? null : Handling.ofRank(rank);
    }

    private static Permit permit(ResultSet row) throws SQLException {
        return new Permit(
                row.getString("body"),
                row.getBoolean("can_read"),
                row.getBoolean("can_write"),
                Handling.ofRank(row.getInt("read_ceiling")),
                Handling.ofRank(row.getInt("write_ceiling")),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("given_by"));
    }
}
