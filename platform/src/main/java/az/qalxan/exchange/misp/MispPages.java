package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages show of events. */
@Repository
class MispPages {

    static final int PAGE = 50;
    static final int ATTRIBUTES = 200;

    /**
     * A line of the list.
     *
     * @param faults how many of its objects the collection refused
     */
    record Line(
            long number,
            String info,
            String orgc,
            String collection,
            long stamp,
            boolean published,
            int distribution,
            Handling handling,
            int attributes,
            int faults) {}

    /**
     * An attribute as it is shown.
     *
     * @param seen sightings
     * @param wrong words that it is a false positive
     */
    record Shown(
            UUID uuid,
            String object,
            String type,
            String category,
            String value,
            String comment,
            boolean toIds,
            long stamp,
            int distribution,
            Handling handling,
            List<String> tags,
            List<String> unknown,
            int seen,
            int wrong) {

        Shown {
            tags = List.copyOf(tags);
            unknown = List.copyOf(unknown);
        }
    }

    private final JdbcClient jdbc;

    MispPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Events of all collections, the newest first; words are looked for in titles and values. */
    List<Line> lines(String words, int page) {
        Map<String, Object> values = new HashMap<>();
        values.put("most", PAGE + 1);
        values.put("from", PAGE * page);
        String where = "";
        if (!words.isEmpty()) {
            where =
                    """
                     where (lower(e.info) like :like or exists (
                       select from exchange.misp_attribute a where a.event_number = e.number
                          and not a.deleted
                          and (a.key = :key or a.first_key = :key or a.second_key = :key)))
                    """;
            values.put("key", MispAttribute.key(words));
            values.put(
                    "like",
                    "%"
                            + words.toLowerCase(Locale.ROOT)
                                    .replace("\\", "\\\\")
                                    .replace("%", "\\%")
                                    .replace("_", "\\_")
                            + "%");
        }
        return jdbc.sql(
                        """
                        select e.*, c.title from exchange.misp_event e
                          join exchange.collection c on c.id = e.collection_id
                        """
                                + where
                                + " order by e.stamp desc, e.number desc limit :most offset :from")
                .params(values)
                .query((row, n) ->
                        new Line(
                                row.getLong("number"),
                                row.getString("info"),
                                row.getString("orgc_name"),
                                row.getString("title"),
                                row.getLong("stamp"),
                                row.getBoolean("published"),
                                row.getInt("distribution"),
                                Handling.ofRank(row.getInt("handling")),
                                row.getInt("attributes"),
                                MispEventStore.texts(row, "shelf_faults").size()))
                .list();
    }

    List<Shown> attributes(long event, int page) {
        return jdbc.sql(
                        """
                        select a.*, coalesce(o.name, '') as object_name,
                               (select count(*) from exchange.misp_sighting s
                                 where s.event_number = a.event_number and s.type = 0
                                   and s.attribute_uuid = a.uuid) as seen_times,
                               (select count(*) from exchange.misp_sighting s
                                 where s.event_number = a.event_number and s.type = 1
                                   and s.attribute_uuid = a.uuid) as wrong_times
                          from exchange.misp_attribute a
                          left join exchange.misp_object o
                            on o.event_number = a.event_number and o.uuid = a.object_uuid
                         where a.event_number = :event and not a.deleted
                         order by a.number limit :most offset :from
                        """)
                .param("event", event)
                .param("most", ATTRIBUTES + 1)
                .param("from", ATTRIBUTES * page)
                .query((row, n) -> shown(row))
                .list();
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getObject("uuid", UUID.class),
                row.getString("object_name"),
                row.getString("type"),
                row.getString("category"),
                row.getString("value"),
                row.getString("comment"),
                row.getBoolean("to_ids"),
                row.getLong("stamp"),
                row.getInt("distribution"),
                Handling.ofRank(row.getInt("handling")),
                MispEventStore.texts(row, "tags"),
                MispEventStore.texts(row, "unknown"),
                row.getInt("seen_times"),
                row.getInt("wrong_times"));
    }

    /** The event with that number, in whatever collection. */
    @Nullable StoredEvent event(long number) {
        return jdbc.sql(MispEventStore.SELECT + " where e.number = :number")
                .param("number", number)
                .query((row, n) -> MispEventStore.row(row))
                .optional()
                .orElse(null);
    }
}
