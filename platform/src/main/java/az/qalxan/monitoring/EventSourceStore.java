package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps sources and the keys of programs; row-level security decides whose a caller sees. */
@Component
class EventSourceStore {

    private static final String COLUMNS =
            """
            s.id, s.body, s.name, s.sector, s.watches, s.criticality, s.format, s.product,
            s.category, s.service, s.purpose, s.retention_days, s.silence_minutes, s.handling,
            s.opened_at, s.closed_at, s.version
            """;

    private final JdbcClient jdbc;

    EventSourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Source> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from monitoring.source s where s.id = :id")
                .param("id", id)
                .query(EventSourceStore::source)
                .optional();
    }

    List<Source> of(Collection<UUID> ids) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from monitoring.source s"
                                + " where s.id = any (cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(EventSourceStore::source)
                .list();
    }

    /** All sources; those that are open first. */
    List<Source> all() {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from monitoring.source s"
                                + " order by s.closed_at is not null, s.body, s.name limit 1000")
                .query(EventSourceStore::source)
                .list();
    }

    /** For how many days a source's events are kept. */
    record Retention(UUID source, int days) {}

    /** Of every source, however many there are. */
    List<Retention> retentions() {
        return jdbc.sql("select id, retention_days from monitoring.source order by id")
                .query((row, number) -> new Retention(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    /** Sources with how they are. */
    List<SourceHealth> health(Instant now) {
        return healthWhere("true", new UUID(0, 0), now);
    }

    /** A source with how it is. */
    Optional<SourceHealth> health(UUID id, Instant now) {
        return healthWhere("s.id = :id", id, now).stream().findFirst();
    }

    private List<SourceHealth> healthWhere(String condition, UUID id, Instant now) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                , p.last_seen, h.events, h.damaged, i.since
                                from monitoring.source s
                                left join monitoring.source_pulse p on p.source_id = s.id
                                left join monitoring.silence i
                                  on i.source_id = s.id and i.ended_at is null
                                left join lateral (
                                  select coalesce(sum(events), 0) as events,
                                    coalesce(sum(damaged), 0) as damaged
                                  from monitoring.source_hour h
                                  where h.source_id = s.id and h.hour > :day) h on true
                                where %s
                                order by s.closed_at is not null, i.since is null, s.body, s.name
                                limit 1000
                                """
                                        .formatted(condition))
                .param("id", id)
                .param("day", utc(now.minusSeconds(86_400)))
                .query((row, number) ->
                        new SourceHealth(
                                source(row, number),
                                moment(row, 18),
                                row.getLong(19),
                                row.getLong(20),
                                moment(row, 21)))
                .list();
    }

    /** Opens a source of the caller's body; empty when the name is taken. */
    Optional<UUID> insert(SourceForm.Checked form, String by, Instant now) {
        return jdbc.sql(
                        """
                        insert into monitoring.source (name, sector, watches, criticality, format,
                          product, category, service, purpose, retention_days, silence_minutes,
                          handling, opened_at, opened_by)
                        values (:name, :sector, :watches, :criticality, :format, :product,
                          :category, :service, :purpose, :retention, :silence, :handling, :now, :by)
                        on conflict on constraint source_name_once do nothing returning id
                        """)
                .params(form.columns())
                .param("handling", form.handling().rank())
                .param("now", utc(now))
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    boolean update(UUID id, int version, SourceForm.Checked form) {
        return jdbc.sql(
                                """
                                update monitoring.source set name = :name, sector = :sector,
                                  watches = :watches, criticality = :criticality, format = :format,
                                  product = :product, category = :category, service = :service,
                                  purpose = :purpose,
                                  retention_days = :retention, silence_minutes = :silence,
                                  version = version + 1
                                where id = :id and version = :version and closed_at is null
                                """)
                        .params(form.columns())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean close(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update monitoring.source
                                set closed_at = :now, version = version + 1
                                where id = :id and closed_at is null
                                """)
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** A program's key to a source; its token is known to the program alone. */
    record Key(
            UUID account,
            UUID source,
            String name,
            Instant issuedAt,
            String issuedBy,
            Instant endsAt,
            @Nullable Instant revokedAt) {

        boolean holds(Instant now) {
            return revokedAt == null && now.isBefore(endsAt);
        }
    }

    void insertKey(Key key) {
        jdbc.sql(
                        """
                        insert into monitoring.source_key (account, source_id, name, issued_at,
                          issued_by, ends_at)
                        values (:account, :source, :name, :at, :by, :ends)
                        """)
                .param("account", key.account())
                .param("source", key.source())
                .param("name", key.name())
                .param("at", utc(key.issuedAt()))
                .param("by", key.issuedBy())
                .param("ends", utc(key.endsAt()))
                .update();
    }

    List<Key> keys(UUID source) {
        return keysWhere("source_id = :id", source);
    }

    Optional<Key> keyOf(UUID account) {
        return keysWhere("account = :id", account).stream().findFirst();
    }

    private List<Key> keysWhere(String condition, UUID id) {
        return jdbc.sql(
                        "select account, source_id, name, issued_at, issued_by, ends_at, revoked_at"
                                + " from monitoring.source_key where "
                                + condition
                                + " order by issued_at desc limit 200")
                .param("id", id)
                .query((row, number) ->
                        new Key(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                moment(row, 7)))
                .list();
    }

    boolean revokeKey(UUID account, Instant now) {
        return jdbc.sql(
                                """
                                update monitoring.source_key set revoked_at = :now
                                where account = :account and revoked_at is null
                                """)
                        .param("account", account)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Events of an hour of a source. */
    record Hour(Instant hour, long events, long damaged) {}

    List<Hour> hours(UUID source, Instant since) {
        return jdbc.sql(
                        """
                        select hour, events, damaged from monitoring.source_hour
                        where source_id = :id and hour >= :since order by hour
                        """)
                .param("id", source)
                .param("since", utc(since))
                .query((row, number) ->
                        new Hour(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getLong(2),
                                row.getLong(3)))
                .list();
    }

    static Source source(ResultSet row, int number) throws SQLException {
        return new Source(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                new Source.LogOrigin(row.getString(8), row.getString(9), row.getString(10)),
                row.getString(11),
                row.getInt(12),
                row.getInt(13),
                Handling.ofRank(row.getInt(14)),
                row.getObject(15, OffsetDateTime.class).toInstant(),
                moment(row, 16),
                row.getInt(17));
    }

    static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
