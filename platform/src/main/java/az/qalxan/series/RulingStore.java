package az.qalxan.series;

import az.qalxan.engines.linking.series.HubRuling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ruled about identifiers and what took it back: rows are added, never changed. */
record RulingStore(JdbcClient jdbc) {

    private static final String COLUMNS =
            """
            select r.id, r.key, r.kind, r.value, r.verdict, r.reason, r.at, r.name, r.by_body,
              u.reason as undone_reason, u.at as undone_at, u.name as undone_name,
              u.by_body as undone_body
            from series.ruling r left join series.ruling_undone u on u.ruling = r.id
            """;

    /** The rulings about these keys that nobody took back. */
    Map<Long, HubRuling> inForce(Collection<Long> keys) {
        Map<Long, HubRuling> found = new HashMap<>();
        for (IdentifierRuling ruling : inForceWithReasons(keys)) {
            found.put(ruling.key(), ruling.hub() ? HubRuling.HUB : HubRuling.NOT_HUB);
        }
        return found;
    }

    List<IdentifierRuling> inForceWithReasons(Collection<Long> keys) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where r.key = any (cast(:keys as bigint[])) and u.ruling is null
                                order by r.id
                                """)
                .param("keys", Columns.keys(keys))
                .query(RulingStore::ruling)
                .list();
    }

    /** Every ruling that nobody took back, for a whole run. */
    Map<Long, HubRuling> allInForce() {
        Map<Long, HubRuling> found = new HashMap<>();
        jdbc.sql(COLUMNS + "where u.ruling is null order by r.id")
                .query(RulingStore::ruling)
                .list()
                .forEach(
                        one -> found.put(one.key(), one.hub() ? HubRuling.HUB : HubRuling.NOT_HUB));
        return found;
    }

    /** The newest rulings, those too that were taken back. */
    List<IdentifierRuling> newest(int most) {
        return jdbc.sql(COLUMNS + "order by r.at desc, r.id desc limit :most")
                .param("most", most)
                .query(RulingStore::ruling)
                .list();
    }

    Optional<IdentifierRuling> find(UUID id) {
        return jdbc.sql(COLUMNS + "where r.id = :id")
                .param("id", id)
                .query(RulingStore::ruling)
                .optional();
    }

    /** Lets rulings about that key come one by one, until the running transaction ends. */
    void lock(long key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('series.ruling', :key))")
                .param("key", key)
                .query((row, number) -> true)
                .single();
    }

    UUID add(IdentifierRuling.Subject subject, boolean hub, DecisionStore.Words words) {
        return jdbc.sql(
                        """
                        insert into series.ruling (id, key, kind, value, verdict, reason, at, name)
                        values (uuidv7(), :key, :kind, :value, :verdict, :reason, :at, :name)
                        returning id
                        """)
                .param("key", subject.key())
                .param("kind", subject.kind())
                .param("value", subject.value())
                .param("verdict", hub ? "hub" : "not-hub")
                .param("reason", words.reason())
                .param("at", words.at().atOffset(ZoneOffset.UTC))
                .param("name", words.caller().name())
                .query(UUID.class)
                .single();
    }

    void undo(UUID ruling, DecisionStore.Words words) {
        jdbc.sql(
                        """
                        insert into series.ruling_undone (ruling, reason, at, name)
                        values (:ruling, :reason, :at, :name)
                        """)
                .param("ruling", ruling)
                .param("reason", words.reason())
                .param("at", words.at().atOffset(ZoneOffset.UTC))
                .param("name", words.caller().name())
                .update();
    }

    private static IdentifierRuling ruling(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new IdentifierRuling(
                row.getObject("id", UUID.class),
                new IdentifierRuling.Subject(
                        row.getLong("key"), row.getString("kind"), row.getString("value")),
                row.getString("verdict").equals("hub"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("by_body"),
                undone == null
                        ? null
                        : new SeriesDecision.Undone(
                                undone.toInstant(),
                                row.getString("undone_name"),
                                row.getString("undone_body"),
                                row.getString("undone_reason")));
    }
}
