package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.misp_event}. */
@Repository
class MispEventStore {

    static final String SELECT =
            """
            select e.*, g.number as group_number, coalesce(g.content, '') as group_content
              from exchange.misp_event e left join exchange.misp_group g on g.uuid = e.group_uuid
            """;

    private final JdbcClient jdbc;

    MispEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredEvent> find(UUID collection, UUID uuid) {
        return jdbc.sql(SELECT + " where e.collection_id = :collection and e.uuid = :uuid")
                .param("collection", collection)
                .param("uuid", uuid)
                .query((row, n) -> row(row))
                .optional();
    }

    Optional<StoredEvent> find(UUID collection, long number) {
        return jdbc.sql(SELECT + " where e.collection_id = :collection and e.number = :number")
                .param("collection", collection)
                .param("number", number)
                .query((row, n) -> row(row))
                .optional();
    }

    List<StoredEvent> all(Collection<Long> numbers) {
        return jdbc.sql(SELECT + " where e.number = any (:numbers) order by e.number")
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, n) -> row(row))
                .list();
    }

    /** Keeps others from changing it until the transaction ends; false when it is not there. */
    boolean hold(UUID collection, UUID uuid) {
        return jdbc.sql(
                        """
                        select number from exchange.misp_event
                         where collection_id = :collection and uuid = :uuid for update
                        """)
                .param("collection", collection)
                .param("uuid", uuid)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Who may change the event with that UUID, also when the caller may not see it. */
    boolean taken(UUID collection, UUID uuid) {
        return jdbc.sql("select exchange.misp_event_taken(:collection, :uuid)")
                .param("collection", collection)
                .param("uuid", uuid)
                .query(Boolean.class)
                .single();
    }

    /** Who may change an event, and its version. */
    record Version(String code, long stamp) {}

    /** The versions of those that the caller sent or may see. */
    Map<UUID, Version> versions(UUID collection, Collection<UUID> uuids) {
        Map<UUID, Version> found = new HashMap<>();
        jdbc.sql(
                        """
                        select uuid, code, stamp from exchange.misp_event
                         where collection_id = :collection and uuid = any (cast(:uuids as uuid[]))
                        """)
                .param("collection", collection)
                .param("uuids", uuids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) ->
                        found.put(
                                row.getObject("uuid", UUID.class),
                                new Version(row.getString("code"), row.getLong("stamp"))))
                .list();
        return found;
    }

    /** Adds it; its number. */
    long insert(StoredEvent fresh) {
        return jdbc.sql(
                        """
                        insert into exchange.misp_event (collection_id, uuid, code, body, sender,
                          orgc, orgc_name, info, day, stamp, publish_stamp, published, distribution,
                          group_uuid, handling, tags, content, unknown, attributes, marked,
                          taken_at)
                        values (:collection, :uuid, :code, :body, :sender, :orgc, :orgc_name, :info,
                          :day, :stamp, :publish_stamp, :published, :distribution,
                          cast(:group as uuid), :handling, :tags, :content, :unknown, :attributes,
                          :marked, :now)
                        returning number
                        """)
                .params(values(fresh))
                .query(Long.class)
                .single();
    }

    void update(StoredEvent now) {
        jdbc.sql(
                        """
                        update exchange.misp_event
                           set sender = :sender, orgc = :orgc, orgc_name = :orgc_name, info = :info,
                               day = :day, stamp = :stamp, publish_stamp = :publish_stamp,
                               published = :published, distribution = :distribution,
                               group_uuid = cast(:group as uuid), handling = :handling,
                               tags = :tags, content = :content, unknown = :unknown,
                               attributes = :attributes, marked = :marked, taken_at = :now,
                               shelf_due = true
                         where number = :number
                        """)
                .params(values(now))
                .param("number", now.number())
                .update();
    }

    private static Map<String, ?> values(StoredEvent one) {
        @Nullable UUID group = one.level().group();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("collection", one.collection());
        values.put("uuid", one.uuid());
        values.put("code", one.code());
        values.put("body", one.body());
        values.put("sender", one.sender());
        values.put("orgc", one.orgc().uuid());
        values.put("orgc_name", clean(one.orgc().name()));
        values.put("info", one.info());
        values.put("day", one.day());
        values.put("stamp", one.stamp());
        values.put("publish_stamp", one.publishStamp());
        values.put("published", one.published());
        values.put("distribution", one.level().distribution());
        values.put("group", group == null ? null : group.toString());
        values.put("handling", one.handling().rank());
        values.put("tags", clean(one.tags()));
        values.put("content", one.content());
        values.put("unknown", clean(one.unknown()));
        values.put("attributes", one.attributes());
        values.put("marked", one.marked());
        values.put("now", one.takenAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    static String[] clean(List<String> texts) {
        return texts.stream().map(MispEventStore::clean).toArray(String[]::new);
    }

    /** PostgreSQL has no place for U+0000; the content keeps it. */
    static String clean(String text) {
        return text.replace('\0', ' ');
    }

    /** Counts its attributes anew. */
    void count(long number) {
        jdbc.sql(
                        """
                        update exchange.misp_event
                           set attributes = (select count(*) from exchange.misp_attribute a
                                              where a.event_number = :number and not a.deleted)
                         where number = :number
                        """)
                .param("number", number)
                .update();
    }

    static StoredEvent row(ResultSet row) throws SQLException {
        @Nullable UUID group = row.getObject("group_uuid", UUID.class);
        long groupNumber = row.getLong("group_number");
        return new StoredEvent(
                row.getLong("number"),
                row.getObject("collection_id", UUID.class),
                row.getObject("uuid", UUID.class),
                row.getString("code"),
                row.getString("body"),
                row.getString("sender"),
                new MispEvent.Organisation(
                        row.getObject("orgc", UUID.class), row.getString("orgc_name")),
                row.getString("info"),
                row.getObject("day", LocalDate.class),
                row.getLong("stamp"),
                row.getLong("publish_stamp"),
                row.getBoolean("published"),
                new Level(row.getInt("distribution"), group),
                groupNumber == 0 ? null : groupNumber,
                row.getString("group_content"),
                Handling.ofRank(row.getInt("handling")),
                texts(row, "tags"),
                row.getString("content"),
                texts(row, "unknown"),
                row.getInt("attributes"),
                row.getLong("marked"),
                moment(row),
                row.getBoolean("shelved"),
                texts(row, "shelf_faults"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("taken_at", OffsetDateTime.class).toInstant();
    }
}
