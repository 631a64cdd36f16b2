package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import az.qalxan.monitoring.KnownIndicator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads, as the system's job, what the detection has to know of indicators. */
@Repository
class DetectedKnowledgeStore {

    private final JdbcClient jdbc;

    DetectedKnowledgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String edition() {
        return jdbc.sql("select exchange.knowledge_edition()").query(String.class).single();
    }

    List<UUID> collections() {
        return jdbc.sql("select id from exchange.collection order by id")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The own collections of a body whole, those of others as their owners let it. */
    Map<UUID, Handling> open(String body) {
        Map<UUID, Handling> open = new HashMap<>();
        jdbc.sql(
                        """
                        select id, max(cap) from (
                          select id, 4 as cap from exchange.collection where body = :body
                          union all
                          select collection_id, read_ceiling from exchange.permit
                           where can_read and body in (:body, '*')) reach
                         group by id
                        """)
                .param("body", body)
                .query((row, n) ->
                        open.put(row.getObject(1, UUID.class), Handling.ofRank(row.getInt(2))))
                .list();
        return open;
    }

    /** Unless the body, the sender or the collection's owner holds it for a false alarm. */
    Optional<KnownIndicator> find(String body, UUID collection, String object) {
        return jdbc.sql(
                        """
                        select o.*, c.title from exchange.knowledge_object o
                          join exchange.collection c on c.id = o.collection_id
                         where o.object_id = :object and o.collection_id = :collection
                           and o.is_last and not o.revoked
                           and not exists (
                             select from (
                               select distinct on (v.body) v.verdict
                                 from exchange.knowledge_verdict v
                                where v.object_id = o.object_id
                                  and v.collection_id = o.collection_id
                                  and v.body in (:body, o.body, c.body)
                                order by v.body, v.at desc, v.id desc) newest
                              where newest.verdict = 'false')
                        """)
                .param("object", object)
                .param("collection", collection)
                .param("body", body)
                .query((row, n) -> known(row))
                .optional();
    }

    private static KnownIndicator known(ResultSet row) throws SQLException {
        @Nullable Integer said = row.getObject("confidence", Integer.class);
        String name = row.getString("name");
        String object = row.getString("object_id");
        return new KnownIndicator(
                row.getObject("collection_id", UUID.class),
                row.getString("title"),
                object,
                name.isEmpty() ? object : name,
                row.getString("body"),
                Handling.ofRank(row.getInt("handling")),
                said == null ? -1 : said);
    }
}
