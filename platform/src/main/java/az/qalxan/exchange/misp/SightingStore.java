package az.qalxan.exchange.misp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.misp_sighting}. */
@Repository
class SightingStore {

    private final JdbcClient jdbc;
    private final Organisations organisations;

    SightingStore(JdbcClient jdbc, Organisations organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    /** Where an attribute lies. */
    record Place(long event, UUID attribute) {}

    List<Place> byUuid(UUID collection, UUID attribute) {
        return places("a.uuid = :wanted", collection, attribute);
    }

    List<Place> byValue(UUID collection, Collection<Long> keys) {
        return places("a.key = any (:wanted)", collection, keys.toArray(Long[]::new));
    }

    private List<Place> places(String condition, UUID collection, Object wanted) {
        return jdbc.sql(
                        """
                        select a.event_number, a.uuid from exchange.misp_attribute a
                         where a.collection_id = :collection and not a.deleted and
                        """
                                + condition
                                + " order by a.number limit 1000")
                .param("collection", collection)
                .param("wanted", wanted)
                .query((row, n) ->
                        new Place(row.getLong("event_number"), row.getObject("uuid", UUID.class)))
                .list();
    }

    /** Adds it; false when it is there. */
    boolean insert(Sighting sighting, Instant now) {
        return jdbc.sql(
                                """
                                insert into exchange.misp_sighting (uuid, event_number,
                                  attribute_uuid, type, source, seen, body, taken_at)
                                values (:uuid, :event, :attribute, :type, :source, :seen, :body,
                                  :now)
                                on conflict do nothing
                                """)
                        .param("uuid", sighting.uuid())
                        .param("event", sighting.event())
                        .param("attribute", sighting.attribute())
                        .param("type", sighting.type())
                        .param("source", sighting.source())
                        .param("seen", sighting.seen())
                        .param("body", sighting.body())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Sighting> of(long event) {
        return list("event_number = :wanted order by number", event);
    }

    /** Those whose objects of STIX have yet to follow, of events that were put there. */
    List<Sighting> due(int most) {
        return list(
                "shelf_due and exists (select from exchange.misp_event e where e.number ="
                        + " event_number and e.shelved) order by number limit :wanted",
                most);
    }

    private List<Sighting> list(String condition, Object wanted) {
        return jdbc.sql("select * from exchange.misp_sighting where " + condition)
                .param("wanted", wanted)
                .query((row, n) ->
                        new Sighting(
                                row.getLong("number"),
                                row.getObject("uuid", UUID.class),
                                row.getLong("event_number"),
                                row.getObject("attribute_uuid", UUID.class),
                                row.getInt("type"),
                                row.getString("source"),
                                row.getLong("seen"),
                                row.getString("body"),
                                organisations.of(row.getString("body"))))
                .list();
    }

    void shelved(long number) {
        jdbc.sql("update exchange.misp_sighting set shelf_due = false where number = :number")
                .param("number", number)
                .update();
    }
}
