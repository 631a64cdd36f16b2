package az.qalxan.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events in PostgreSQL, a partition for each day. */
@Component
class JdbcEventArchive implements EventArchive {

    private static final int DAYS_AHEAD = 3;
    private static final String SELECT =
            "select e.id, e.source_id, e.body, e.at, e.batch_id, e.line, e.raw"
                    + " from monitoring.event e\n";

    private final JdbcClient jdbc;

    JdbcEventArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Place place, List<Fresh> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into monitoring.event
                          (id, source_id, body, handling, at, batch_id, line, raw)
                        select id, :source, :body, :handling, at, :batch, line, raw
                        from unnest(cast(:ids as uuid[]), cast(:ats as timestamptz[]),
                          cast(:lines as integer[]), cast(:raws as bytea[]))
                          as new (id, at, line, raw)
                        """)
                .param("source", place.source())
                .param("body", place.body())
                .param("handling", place.handling())
                .param("batch", place.batch())
                .param(
                        "ids",
                        events.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param(
                        "ats",
                        events.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .param("lines", events.stream().map(Fresh::line).toArray(Integer[]::new))
                .param("raws", events.stream().map(Fresh::raw).toArray(byte[][]::new))
                .update();
        keepKeys(place, events);
    }

    private void keepKeys(Place place, List<Fresh> events) {
        List<String> keys = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Fresh event : events) {
            for (String key : event.keys()) {
                keys.add(key);
                ids.add(event.id().toString());
            }
        }
        jdbc.sql(
                        """
                        insert into monitoring.event_key (key, event_id, body, handling)
                        select distinct key, id, :body, :handling
                        from unnest(:keys, cast(:ids as uuid[])) as new (key, id)
                        """)
                .param("body", place.body())
                .param("handling", place.handling())
                .param("keys", keys.toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    @Override
    public List<Kept> ofBatch(long batch) {
        return jdbc.sql(
                        SELECT
                                + """
                                join monitoring.batch b on b.id = e.batch_id
                                where e.batch_id = :batch and e.id between b.first_id and b.last_id
                                order by e.line
                                """)
                .param("batch", batch)
                .query(JdbcEventArchive::kept)
                .list();
    }

    @Override
    public Optional<Kept> find(UUID id) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", id)
                .query(JdbcEventArchive::kept)
                .optional();
    }

    @Override
    public List<Kept> of(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where e.id = any (cast(:ids as uuid[])) order by e.id")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(JdbcEventArchive::kept)
                .list();
    }

    @Override
    public List<Kept> search(Query query, int most) {
        return asked(query, "e.id < :place", "e.id desc", query.before(), most);
    }

    @Override
    public void walk(Query query, int pageRows, Predicate<List<Kept>> pages) {
        @Nullable UUID after = null;
        while (true) {
            List<Kept> page = asked(query, "e.id > :place", "e.id", after, pageRows);
            if (page.isEmpty() || !pages.test(page) || page.size() < pageRows) {
                return;
            }
            after = page.getLast().id();
        }
    }

    private List<Kept> asked(
            Query query, String place, String order, @Nullable UUID from, int most) {
        @Nullable UUID source = query.source();
        return jdbc.sql(
                        SELECT
                                + "where e.id >= :least and e.id < :most"
                                + (from == null ? "" : " and " + place)
                                + (query.body().isEmpty() ? "" : " and e.body = :body")
                                + (source == null ? "" : " and e.source_id = :source")
                                + (query.keys().isEmpty() ? "" : KEYED)
                                + (query.words().isEmpty() ? "" : WORDED)
                                + " order by "
                                + order
                                + " limit :rows")
                .param("least", EventIds.least(query.taken()))
                .param("most", EventIds.least(query.until()))
                .param("place", from == null ? new UUID(0, 0) : from)
                .param("source", source == null ? new UUID(0, 0) : source)
                .param("body", query.body())
                .param("keys", query.keys().toArray(String[]::new))
                .param("words", query.words())
                .param("rows", most)
                .query(JdbcEventArchive::kept)
                .list();
    }

    private static final String KEYED =
            """
             and e.id in (select k.event_id from monitoring.event_key k
                           where k.key = any (:keys)
                             and k.event_id >= :least and k.event_id < :most)
            """;

    /** Bytes are compared as PostgreSQL escapes them, so that any bytes can be searched. */
    private static final String WORDED =
            """
             and position(lower(encode(convert_to(:words, 'UTF8'), 'escape'))
               in lower(encode(e.raw, 'escape'))) > 0
            """;

    @Override
    public void keepDays(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            jdbc.sql("select monitoring.open_day(cast(:day as date))")
                    .param("day", today.plusDays(ahead).toString())
                    .query((row, number) -> row.getBoolean(1))
                    .single();
        }
        jdbc.sql("select monitoring.drop_empty_days(cast(:day as date))")
                .param("day", today.toString())
                .query(Integer.class)
                .single();
    }

    @Override
    public long forget(UUID source, Instant before, int most) {
        return jdbc.sql("select monitoring.forget_events(:source, :before, :most)")
                .param("source", source)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getLong(5),
                row.getInt(6),
                row.getBytes(7));
    }
}
