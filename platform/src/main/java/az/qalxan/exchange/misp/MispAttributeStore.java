package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.misp_attribute} and {@code exchange.misp_object}. */
@Repository
class MispAttributeStore {

    private static final int CHUNK = 2_000;

    private final JdbcClient jdbc;

    MispAttributeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An attribute with how far it is distributed and marked, all that it lies in considered. */
    record Placed(MispAttribute attribute, Level level, Handling handling) {}

    /** Attributes of an event or of an object, in the order in which they came. */
    record Kept(
            long event,
            UUID uuid,
            @Nullable UUID object,
            long stamp,
            boolean deleted,
            String content) {}

    void insert(StoredEvent event, List<Placed> all) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunk(event, all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }

    private void chunk(StoredEvent event, List<Placed> some) {
        jdbc.sql(
                        """
                        insert into exchange.misp_attribute (event_number, collection_id, body,
                          uuid, object_uuid, type, category, value, key, first_key, second_key,
                          to_ids, deleted, stamp, distribution, group_uuid, handling, comment,
                          relation, tags, content, unknown)
                        select :event, :collection, :body, uuid, object, type, category, value, key,
                               first, second, ids, gone, stamp, distribution, circle, handling,
                               comment, relation,
                               coalesce(string_to_array(nullif(tags, ''), chr(10)), '{}'), content,
                               coalesce(string_to_array(nullif(unknown, ''), chr(10)), '{}')
                          from unnest(cast(:uuids as uuid[]), cast(:objects as uuid[]), :types,
                                 :categories, :values, cast(:keys as bigint[]),
                                 cast(:firsts as bigint[]), cast(:seconds as bigint[]),
                                 cast(:ids as boolean[]), cast(:gone as boolean[]),
                                 cast(:stamps as bigint[]), cast(:distributions as smallint[]),
                                 cast(:circles as uuid[]), cast(:handlings as smallint[]),
                                 :comments, :relations, :tags, :contents, :unknowns)
                               as new (uuid, object, type, category, value, key, first, second, ids,
                                 gone, stamp, distribution, circle, handling, comment, relation,
                                 tags, content, unknown)
                        """)
                .param("event", event.number())
                .param("collection", event.collection())
                .param("body", event.body())
                .param("uuids", texts(some, one -> one.uuid().toString()))
                .param("objects", texts(some, one -> text(one.object())))
                .param("types", texts(some, MispAttribute::type))
                .param("categories", texts(some, MispAttribute::category))
                .param("values", texts(some, MispAttribute::value))
                .param("keys", longs(some, one -> MispAttribute.key(one.value())))
                .param("firsts", longs(some, one -> part(one, 0)))
                .param("seconds", longs(some, one -> part(one, 1)))
                .param("ids", flags(some, MispAttribute::toIds))
                .param("gone", flags(some, MispAttribute::deleted))
                .param("stamps", longs(some, MispAttribute::stamp))
                .param(
                        "distributions",
                        some.stream()
                                .map(one -> one.level().distribution())
                                .toArray(Integer[]::new))
                .param("circles", circles(some.stream().map(Placed::level).toList()))
                .param(
                        "handlings",
                        some.stream().map(one -> one.handling().rank()).toArray(Integer[]::new))
                .param("comments", texts(some, MispAttribute::comment))
                .param("relations", texts(some, MispAttribute::relation))
                .param("tags", texts(some, one -> lines(one.tags())))
                .param("contents", texts(some, one -> one.content().toString()))
                .param("unknowns", texts(some, one -> lines(one.unknown())))
                .update();
    }

    private static @Nullable Long part(MispAttribute one, int index) {
        List<String> parts = one.parts();
        return parts.size() < 2 ? null : MispAttribute.key(parts.get(index));
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts.stream().map(one -> one.replace('\n', ' ')).toList());
    }

    private static @Nullable String text(@Nullable UUID uuid) {
        return uuid == null ? null : uuid.toString();
    }

    private static @Nullable String[] texts(
            List<Placed> some, Function<MispAttribute, @Nullable String> column) {
        @Nullable String[] texts = new @Nullable String[some.size()];
        for (int i = 0; i < texts.length; i++) {
            @Nullable String text = column.apply(some.get(i).attribute());
            texts[i] = text == null ? null : MispEventStore.clean(text);
        }
        return texts;
    }

    private static @Nullable Long[] longs(
            List<Placed> some, Function<MispAttribute, @Nullable Long> column) {
        @Nullable Long[] longs = new @Nullable Long[some.size()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = column.apply(some.get(i).attribute());
        }
        return longs;
    }

    private static @Nullable String[] circles(List<Level> levels) {
        @Nullable String[] circles = new @Nullable String[levels.size()];
        for (int i = 0; i < circles.length; i++) {
            circles[i] = text(levels.get(i).group());
        }
        return circles;
    }

    private static Boolean[] flags(List<Placed> some, Function<MispAttribute, Boolean> column) {
        return some.stream().map(one -> column.apply(one.attribute())).toArray(Boolean[]::new);
    }

    void remove(long event, Collection<UUID> uuids) {
        if (!uuids.isEmpty()) {
            jdbc.sql(
                            """
                            delete from exchange.misp_attribute
                             where event_number = :event and uuid = any (cast(:uuids as uuid[]))
                            """)
                    .param("event", event)
                    .param("uuids", uuids.stream().map(UUID::toString).toArray(String[]::new))
                    .update();
        }
    }

    List<Kept> of(Collection<Long> events) {
        return jdbc.sql(
                        """
                        select event_number, uuid, object_uuid, stamp, deleted, content
                          from exchange.misp_attribute where event_number = any (:events)
                         order by event_number, number
                        """)
                .param("events", events.toArray(Long[]::new))
                .query((row, n) -> kept(row))
                .list();
    }

    /** Those of an event with these UUIDs. */
    List<Kept> some(long event, Collection<UUID> uuids) {
        return jdbc.sql(
                        """
                        select event_number, uuid, object_uuid, stamp, deleted, content
                          from exchange.misp_attribute
                         where event_number = :event and uuid = any (cast(:uuids as uuid[]))
                         order by number
                        """)
                .param("event", event)
                .param("uuids", uuids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("event_number"),
                row.getObject("uuid", UUID.class),
                row.getObject("object_uuid", UUID.class),
                row.getLong("stamp"),
                row.getBoolean("deleted"),
                row.getString("content"));
    }

    /** An object as it is kept. */
    record KeptObject(long event, UUID uuid, String content) {}

    List<KeptObject> objects(Collection<Long> events) {
        return jdbc.sql(
                        """
                        select event_number, uuid, content from exchange.misp_object
                         where event_number = any (:events) order by event_number, number
                        """)
                .param("events", events.toArray(Long[]::new))
                .query((row, n) ->
                        new KeptObject(
                                row.getLong("event_number"),
                                row.getObject("uuid", UUID.class),
                                row.getString("content")))
                .list();
    }

    /** An object with how far it is distributed. */
    record PlacedObject(MispObject object, Level level) {}

    /** Adds objects, or changes those that are there. */
    void keep(long event, List<PlacedObject> objects) {
        if (objects.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into exchange.misp_object (event_number, uuid, name, distribution,
                          group_uuid, content)
                        select :event, uuid, name, distribution, circle, content
                          from unnest(cast(:uuids as uuid[]), :names,
                                 cast(:distributions as smallint[]), cast(:circles as uuid[]),
                                 :contents)
                               as new (uuid, name, distribution, circle, content)
                        on conflict (event_number, uuid) do update
                           set name = excluded.name, distribution = excluded.distribution,
                               group_uuid = excluded.group_uuid, content = excluded.content
                        """)
                .param("event", event)
                .param(
                        "uuids",
                        objects.stream()
                                .map(one -> one.object().uuid().toString())
                                .toArray(String[]::new))
                .param(
                        "names",
                        objects.stream().map(one -> one.object().name()).toArray(String[]::new))
                .param(
                        "distributions",
                        objects.stream()
                                .map(one -> one.level().distribution())
                                .toArray(Integer[]::new))
                .param("circles", circles(objects.stream().map(PlacedObject::level).toList()))
                .param(
                        "contents",
                        objects.stream()
                                .map(one -> one.object().content().toString())
                                .toArray(String[]::new))
                .update();
    }
}
