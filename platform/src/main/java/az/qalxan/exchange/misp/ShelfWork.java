package az.qalxan.exchange.misp;

import az.qalxan.exchange.misp.MispAttributeStore.Kept;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked and noted while events become objects of their collections. */
@Repository
class ShelfWork {

    private final JdbcClient jdbc;

    ShelfWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event that has yet to become objects of its collection, or to take them back. */
    Optional<StoredEvent> due() {
        return jdbc.sql(
                        MispEventStore.SELECT
                                + """
                                 where e.shelf_due and (e.published or e.shelved)
                                 order by e.number limit 1
                                """)
                .query((row, n) -> MispEventStore.row(row))
                .optional();
    }

    /** Notes it; false when the event was changed meanwhile. */
    boolean done(StoredEvent event, boolean shelved, List<String> faults) {
        return jdbc.sql(
                                """
                                update exchange.misp_event
                                   set shelf_due = false, shelved = shelved or :shelved,
                                       shelf_faults = :faults
                                 where number = :number and stamp = :stamp
                                """)
                        .param("shelved", shelved)
                        .param("faults", MispEventStore.clean(faults))
                        .param("number", event.number())
                        .param("stamp", event.stamp())
                        .update()
                == 1;
    }

    /** Those attributes that all readers of the collection may see. */
    List<Kept> attributes(long event) {
        return jdbc.sql(
                        """
                        select event_number, uuid, object_uuid, stamp, deleted, content
                          from exchange.misp_attribute
                         where event_number = :event and not deleted and distribution in (1, 2, 3)
                         order by number
                        """)
                .param("event", event)
                .query((row, n) ->
                        new Kept(
                                row.getLong("event_number"),
                                row.getObject("uuid", UUID.class),
                                row.getObject("object_uuid", UUID.class),
                                row.getLong("stamp"),
                                row.getBoolean("deleted"),
                                row.getString("content")))
                .list();
    }

    List<MispAttributeStore.KeptObject> objects(long event) {
        return jdbc.sql(
                        """
                        select event_number, uuid, content from exchange.misp_object
                         where event_number = :event and distribution in (1, 2, 3) order by number
                        """)
                .param("event", event)
                .query((row, n) ->
                        new MispAttributeStore.KeptObject(
                                row.getLong("event_number"),
                                row.getObject("uuid", UUID.class),
                                row.getString("content")))
                .list();
    }

    /** The newest versions of these objects that are in the collection and hold. */
    Map<String, String> standing(UUID collection, Collection<String> ids) {
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            select object_id, content from exchange.object_version
                             where collection_id = :collection and object_id = any (:ids)
                               and is_last and not revoked
                            """)
                    .param("collection", collection)
                    .param("ids", ids.toArray(String[]::new))
                    .query((row, n) ->
                            found.put(row.getString("object_id"), row.getString("content")))
                    .list();
        }
        return found;
    }
}
