package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads objects, what they hold and what they name. */
@Repository
class RelationStore {

    private final JdbcClient jdbc;

    RelationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version of an object in each collection, the latest first. */
    List<StoredObject> places(String id, int most) {
        return jdbc.sql(
                        """
                        select * from exchange.knowledge_object where object_id = :id and is_last
                         order by added desc, collection_id limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, n) -> object(row))
                .list();
    }

    /** The newest version of each of these objects. */
    Map<String, StoredObject> newest(Collection<String> ids) {
        Map<String, StoredObject> newest = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (object_id) * from exchange.knowledge_object
                         where object_id = any (:ids) and is_last
                         order by object_id, added desc, collection_id
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> object(row))
                .list()
                .forEach(one -> newest.put(one.id(), one));
        return newest;
    }

    /** Objects of a type, the latest first. */
    List<StoredObject> ofType(String type, @Nullable Instant before, int most) {
        return jdbc.sql(
                        """
                        select * from exchange.knowledge_object
                         where type = :type and is_last and added < :before
                         order by added desc, collection_id limit :most
                        """)
                .param("type", type)
                .param("before", (before == null ? FAR : before).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> object(row))
                .list();
    }

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    static StoredObject object(ResultSet row) throws SQLException {
        return new StoredObject(
                row.getObject("collection_id", UUID.class),
                row.getObject("added", OffsetDateTime.class).toInstant(),
                row.getString("object_id"),
                row.getString("type"),
                row.getString("name"),
                row.getString("body"),
                Handling.ofRank(row.getInt("handling")),
                new Hit.Term(
                        LookUpStore.instant(row, "created"),
                        LookUpStore.instant(row, "valid_from"),
                        LookUpStore.instant(row, "valid_until"),
                        row.getObject("confidence", Integer.class),
                        row.getBoolean("revoked")));
    }

    /** A value and who holds it. */
    record Holding(String object, KnownValue value, boolean alone) {}

    /** The values that newest versions of these objects hold, in a steady order. */
    List<Holding> values(Collection<String> ids, int most) {
        return jdbc.sql(
                        """
                        select o.object_id, v.kind, v.value, bool_or(v.alone) as alone
                          from exchange.knowledge_object o
                          join exchange.knowledge_value v
                            on v.collection_id = o.collection_id and v.added = o.added
                         where o.object_id = any (:ids) and o.is_last
                         group by o.object_id, v.kind, v.value
                         order by o.object_id, v.kind, v.value limit :most
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("most", most)
                .query((row, n) ->
                        new Holding(
                                row.getString("object_id"),
                                new KnownValue(
                                        ValueKind.ofCode(row.getString("kind")).orElseThrow(),
                                        row.getString("value")),
                                row.getBoolean("alone")))
                .list();
    }

    /** What names one of these objects or is named by it. */
    List<KnownObject.Link> links(Collection<String> ids, int most) {
        return jdbc.sql(
                        """
                        select distinct relation, source, target from (
                          select * from exchange.knowledge_link where source = any (:ids)
                          union all
                          select * from exchange.knowledge_link where target = any (:ids)) l
                         where l.is_last
                         order by relation, source, target limit :most
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("most", most)
                .query((row, n) ->
                        new KnownObject.Link(
                                row.getString("relation"),
                                row.getString("source"),
                                row.getString("target")))
                .list();
    }

    /**
     * A version that holds a value.
     *
     * @param last whether no newer version of the object is there
     */
    record Version(StoredObject object, boolean alone, boolean last) {}

    /** All versions that hold or held a value, the latest first. */
    List<Version> holding(KnownValue value, @Nullable Instant before, int most) {
        return jdbc.sql(
                        """
                        select o.*, v.alone from exchange.knowledge_value v
                          join exchange.knowledge_object o
                            on o.collection_id = v.collection_id and o.added = v.added
                         where v.value = :value and v.kind = :kind and v.added < :before
                         order by v.added desc, v.collection_id limit :most
                        """)
                .param("value", value.text())
                .param("kind", value.kind().code())
                .param("before", (before == null ? FAR : before).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) ->
                        new Version(
                                object(row), row.getBoolean("alone"), row.getBoolean("is_last")))
                .list();
    }

    /** How many versions that hold a value came in a month. */
    record Month(String month, int versions) {}

    /**
     * The months in which versions came that hold a value, the latest first.
     *
     * @param most versions that are counted
     */
    List<Month> months(KnownValue value, int most) {
        return jdbc.sql(
                        """
                        select to_char(added at time zone 'UTC', 'YYYY-MM') as month,
                               count(*) as versions
                          from (select added from exchange.knowledge_value
                                 where value = :value and kind = :kind
                                 order by added desc limit :most) newest
                         group by month order by month desc limit 36
                        """)
                .param("value", value.text())
                .param("kind", value.kind().code())
                .param("most", most)
                .query((row, n) -> new Month(row.getString("month"), row.getInt("versions")))
                .list();
    }

    /** How many objects hold a value now, and of how many senders; counted until a bound. */
    record Spread(int objects, int senders) {}

    Spread spread(KnownValue value, int most) {
        return jdbc.sql(
                        """
                        select count(distinct object_id) as objects, count(distinct body) as senders
                          from (select o.object_id, o.body from exchange.knowledge_value v
                                  join exchange.knowledge_object o
                                    on o.collection_id = v.collection_id and o.added = v.added
                                 where v.value = :value and v.kind = :kind and v.is_last
                                 limit :most) counted
                        """)
                .param("value", value.text())
                .param("kind", value.kind().code())
                .param("most", most)
                .query((row, n) -> new Spread(row.getInt("objects"), row.getInt("senders")))
                .single();
    }
}
