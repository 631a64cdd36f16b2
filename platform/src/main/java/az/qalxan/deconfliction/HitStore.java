package az.qalxan.deconfliction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads hits as one side sees them. Their order is that of the own records, which tells nothing of
 * the other's.
 */
@Component
class HitStore {

    private static final String SELECT =
            """
            select own.hit_id, s.other, own.kind, own.value, own.source_id,
              deconfliction.is_open(own.hit_id), s.set_aside
            from deconfliction.holding own
            join deconfliction.side s on s.hit_id = own.hit_id and s.body = own.body
            where own.body = :body
            """;
    private static final String NEWEST =
            """
             and not exists (
              select from deconfliction.holding newer
              where newer.hit_id = own.hit_id and newer.body = own.body
                and newer.source_id > own.source_id)
            """;
    private static final String NOTHING_LIVE =
            """
            not s.set_aside and not exists (
              select from deconfliction.ask a where a.hit_id = own.hit_id)
            """;

    private final JdbcClient jdbc;

    HitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of hits, those of the newest own records first.
     *
     * @param key the link key of an identifier; empty for any
     */
    List<HitRow> page(String body, HitFilter filter, String key, int rows) {
        HitFilter.@Nullable Place after = filter.after();
        return jdbc.sql(
                        SELECT
                                + NEWEST
                                + (filter.other().isEmpty() ? "" : " and s.other = :other")
                                + (key.isEmpty() ? "" : " and own.link_key = :key")
                                + " and "
                                + condition(filter.show())
                                + """
                                 and (own.source_id, own.hit_id) < (:record, :hit)
                                order by own.source_id desc, own.hit_id desc limit :rows
                                """)
                .param("body", body)
                .param("other", filter.other())
                .param("key", key)
                .param("record", after == null ? END : after.record())
                .param("hit", after == null ? END : after.hit())
                .param("rows", rows)
                .query(HitStore::row)
                .list();
    }

    private static final UUID END = new UUID(-1, -1);

    private static String condition(HitFilter.Show show) {
        return switch (show) {
            case OPEN -> NOTHING_LIVE;
            case TO_DECIDE -> live("a.owner = :body and a.state = 'asked'");
            case WAITING -> live("a.asking = :body and a.state = 'asked'");
            case READABLE -> live("a.asking = :body and a.state = 'consented' and a.until > now()");
            case GIVEN -> live("a.owner = :body and a.state = 'consented' and a.until > now()");
            case ASIDE -> "s.set_aside";
            case ALL -> "true";
        };
    }

    private static String live(String what) {
        return "exists (select from deconfliction.ask a where a.hit_id = own.hit_id and "
                + what
                + ")";
    }

    Optional<HitRow> find(String body, UUID id) {
        return jdbc.sql(SELECT + NEWEST + " and own.hit_id = :id")
                .param("body", body)
                .param("id", id)
                .query(HitStore::row)
                .optional();
    }

    /** The hits of one own record. */
    List<HitRow> ofRecord(String body, UUID record) {
        return jdbc.sql(
                        SELECT
                                + """
                                and own.source_id = :record
                                order by own.kind, own.value, s.other limit 200
                                """)
                .param("body", body)
                .param("record", record)
                .query(HitStore::row)
                .list();
    }

    private static HitRow row(ResultSet row, int number) throws SQLException {
        return new HitRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getBoolean(6),
                row.getBoolean(7),
                null,
                null);
    }

    /**
     * The own records in which the identifier of a hit stands, the newest first.
     *
     * @param hidden whether the other side may not learn of this one
     */
    record Own(Holding.Kind kind, UUID id, boolean hidden) {}

    List<Own> own(String body, UUID hit) {
        return jdbc.sql(
                        """
                        select source, source_id, compartment is not null or handling >= 4
                        from deconfliction.holding where hit_id = :hit and body = :body
                        order by source_id desc limit 100
                        """)
                .param("hit", hit)
                .param("body", body)
                .query((row, number) ->
                        new Own(
                                row.getString(1).equals("report")
                                        ? Holding.Kind.REPORT
                                        : Holding.Kind.WATCH,
                                row.getObject(2, UUID.class),
                                row.getBoolean(3)))
                .list();
    }

    boolean setAside(UUID hit, String body, boolean aside) {
        return jdbc.sql(
                                """
                                update deconfliction.side set set_aside = :aside
                                where hit_id = :hit and body = :body and set_aside <> :aside
                                """)
                        .param("aside", aside)
                        .param("hit", hit)
                        .param("body", body)
                        .update()
                == 1;
    }

    void disclose(UUID hit, String body) {
        jdbc.sql(
                        """
                        update deconfliction.side set disclosed = true
                        where hit_id = :hit and body = :body
                        """)
                .param("hit", hit)
                .param("body", body)
                .update();
    }
}
