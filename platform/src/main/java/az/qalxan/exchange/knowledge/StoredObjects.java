package az.qalxan.exchange.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the objects of collections in the order in which they were added. */
@Repository
class StoredObjects {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    StoredObjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version as it is stored. */
    record Stored(
            Instant added,
            String id,
            String type,
            String body,
            int handling,
            boolean last,
            boolean revoked,
            JsonNode object) {}

    List<UUID> collections() {
        return jdbc.sql("select id from exchange.collection order by id")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Until the transaction ends nothing is added to the collection. */
    void holdTail(UUID collection) {
        jdbc.sql("select last_added from exchange.tail where collection_id = :id for update")
                .param("id", collection)
                .query((row, n) -> "")
                .list();
    }

    /**
     * @param missing only those of which nothing is known
     */
    List<Stored> next(UUID collection, Instant after, boolean missing, int most) {
        String only =
                missing
                        ? """
                         and not exists (select from exchange.knowledge_object o
                           where o.collection_id = v.collection_id and o.added = v.added)
                        """
                        : "";
        return jdbc.sql(
                        "select v.* from exchange.object_version v where v.collection_id ="
                                + " :collection and v.added > :after"
                                + only
                                + " order by v.added limit :most")
                .param("collection", collection)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("added", OffsetDateTime.class).toInstant(),
                row.getString("object_id"),
                row.getString("type"),
                row.getString("body"),
                row.getInt("handling"),
                row.getBoolean("is_last"),
                row.getBoolean("revoked"),
                JSON.readTree(row.getString("content")));
    }

    void forget(UUID collection, List<Instant> added) {
        jdbc.sql(
                        """
                        delete from exchange.knowledge_object
                         where collection_id = :collection
                           and added = any (cast(:added as timestamptz[]))
                        """)
                .param("collection", collection)
                .param("added", added.stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }
}
