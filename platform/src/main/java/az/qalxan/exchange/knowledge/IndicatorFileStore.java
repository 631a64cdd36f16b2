package az.qalxan.exchange.knowledge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the indicators of collections that hold, in the order in which they were added. */
@Repository
class IndicatorFileStore {

    private static final String HOLDING =
            """
            from exchange.knowledge_object o
             where o.collection_id = :collection and o.added > :after and o.added <= :until
               and o.type = 'indicator' and o.is_last and not o.revoked and o.handling <= :top
               and (o.valid_until is null or o.valid_until > :now)
             order by o.added limit :most
            """;

    private final JdbcClient jdbc;

    IndicatorFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which indicators are asked for.
     *
     * @param top the rank of the narrowest marking
     * @param now at what time they have to hold
     */
    record Asked(UUID collection, int top, Instant now, Instant after, Instant until) {

        Asked after(Instant moment) {
            return new Asked(collection, top, now, moment, until);
        }

        Asked until(Instant moment) {
            return new Asked(collection, top, now, after, moment);
        }
    }

    /**
     * A value of an indicator.
     *
     * @param kind null, as the value is, where an indicator has none that could be read
     */
    record Row(
            Instant added,
            String object,
            String name,
            String body,
            int handling,
            @Nullable String kind,
            @Nullable String value,
            boolean alone,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer confidence) {}

    List<Instant> moments(Asked asked, int most) {
        return bound(asked, most, "select o.added " + HOLDING)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /**
     * The values of the next indicators.
     *
     * @param most indicators, not values
     */
    List<Row> rows(Asked asked, int most) {
        return bound(
                        asked,
                        most,
                        "select o.*, v.kind, v.value, coalesce(v.alone, false) as alone"
                                + " from (select o.* "
                                + HOLDING
                                + """
                                ) o left join exchange.knowledge_value v
                                  on v.collection_id = :collection and v.added > :after
                                 and v.added <= :until and v.added = o.added
                                 order by o.added, v.place
                                """)
                .query((row, n) ->
                        new Row(
                                row.getObject("added", OffsetDateTime.class).toInstant(),
                                row.getString("object_id"),
                                row.getString("name"),
                                row.getString("body"),
                                row.getInt("handling"),
                                row.getString("kind"),
                                row.getString("value"),
                                row.getBoolean("alone"),
                                LookUpStore.instant(row, "valid_from"),
                                LookUpStore.instant(row, "valid_until"),
                                row.getObject("confidence", Integer.class)))
                .list();
    }

    private JdbcClient.StatementSpec bound(Asked asked, int most, String sql) {
        return jdbc.sql(sql)
                .param("collection", asked.collection())
                .param("top", asked.top())
                .param("now", asked.now().atOffset(ZoneOffset.UTC))
                .param("after", asked.after().atOffset(ZoneOffset.UTC))
                .param("until", asked.until().atOffset(ZoneOffset.UTC))
                .param("most", most);
    }
}
