package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Writes {@code exchange.object_version} and what is asked before something is added to it. */
@Repository
class ObjectStore {

    private static final int CHUNK = 2_000;

    private final JdbcClient jdbc;

    ObjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a version; of a removed object, only whose it was.
     *
     * @param created in a form that compares; empty where that is not known
     */
    record Known(
            String id,
            String key,
            byte @Nullable [] meaning,
            boolean revoked,
            String body,
            String createdBy,
            String created) {}

    /**
     * A version to be added.
     *
     * @param node what the content says
     */
    record Fresh(
            Instant added,
            ObjectCheck.Sound object,
            String version,
            String key,
            Markings.Known markings,
            byte[] meaning,
            String content,
            boolean alone,
            JsonNode node) {}

    /**
     * Holds the end of a collection until the transaction ends, and says when its newest object was
     * added.
     */
    Instant holdTail(UUID collection) {
        return jdbc.sql("select last_added from exchange.tail where collection_id = :id for update")
                .param("id", collection)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void moveTail(UUID collection, Instant last) {
        jdbc.sql("update exchange.tail set last_added = :last where collection_id = :id")
                .param("id", collection)
                .param("last", last.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Those versions of objects that decide over what comes: the first, the last, those that
     * revoke, those that are sent again.
     */
    Map<String, List<Known>> past(UUID collection, Sent sent) {
        Map<String, List<Known>> past = new HashMap<>();
        jdbc.sql("select * from exchange.past(:collection, :ids, :keys, :meanings)")
                .param("collection", collection)
                .param("ids", sent.ids().toArray(String[]::new))
                .param("keys", sent.keys().toArray(String[]::new))
                .param("meanings", sent.meanings().toArray(byte[][]::new))
                .query((row, n) -> known(row))
                .list()
                .forEach(one -> past.computeIfAbsent(one.id(), _ -> new ArrayList<>()).add(one));
        return past;
    }

    /** What is sent: ids, versions in a form that compares, meanings. */
    record Sent(Collection<String> ids, Collection<String> keys, Collection<byte[]> meanings) {}

    Map<String, String> markingDefinitions(UUID collection, Collection<String> ids) {
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from exchange.marking_definitions(:collection, :ids)")
                    .param("collection", collection)
                    .param("ids", ids.toArray(String[]::new))
                    .query((row, n) ->
                            found.put(row.getString("object_id"), row.getString("content")))
                    .list();
        }
        return found;
    }

    void insert(UUID collection, String sender, List<Fresh> all) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunk(collection, sender, all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }

    private void chunk(UUID collection, String sender, List<Fresh> some) {
        jdbc.sql(
                        """
                        insert into exchange.object_version (collection_id, added, object_id, type,
                          version, version_key, spec_version, handling, pap, created_by,
                          created_key, revoked, is_first, is_last, sender, meaning, content)
                        select :collection, added, id, type, version, key, '2.1', handling, pap,
                               created_by, created, revoked, alone, alone, :sender, meaning,
                               content
                          from unnest(cast(:added as timestamptz[]), :ids, :types, :versions, :keys,
                                 cast(:handlings as smallint[]), cast(:paps as smallint[]),
                                 :creators, :created, cast(:revoked as boolean[]),
                                 cast(:alone as boolean[]), cast(:meanings as bytea[]), :contents)
                               as new (added, id, type, version, key, handling, pap, created_by,
                                 created, revoked, alone, meaning, content)
                        """)
                .param("collection", collection)
                .param("sender", sender)
                .param("added", texts(some, one -> one.added().toString()))
                .param("ids", texts(some, one -> one.object().id()))
                .param("types", texts(some, one -> one.object().type()))
                .param("versions", texts(some, Fresh::version))
                .param("keys", texts(some, Fresh::key))
                .param("handlings", ranks(some, one -> one.markings().handling().rank()))
                .param("paps", ranks(some, one -> one.markings().pap()))
                .param("creators", texts(some, one -> one.object().createdBy()))
                .param("created", texts(some, one -> one.object().created()))
                .param("revoked", flags(some, one -> one.object().revoked()))
                .param("alone", flags(some, Fresh::alone))
                .param("meanings", some.stream().map(Fresh::meaning).toArray(byte[][]::new))
                .param("contents", texts(some, Fresh::content))
                .update();
    }

    private static String[] texts(
            List<Fresh> some, java.util.function.Function<Fresh, String> column) {
        return some.stream().map(column).toArray(String[]::new);
    }

    private static Integer[] ranks(
            List<Fresh> some, java.util.function.Function<Fresh, @Nullable Integer> column) {
        return some.stream().map(column).toArray(Integer[]::new);
    }

    private static Boolean[] flags(
            List<Fresh> some, java.util.function.Function<Fresh, Boolean> column) {
        return some.stream().map(column).toArray(Boolean[]::new);
    }

    /** Says anew which versions are the first and the last, and closes what the last closes. */
    void settle(UUID collection, Collection<String> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("select exchange.settle(:collection, :ids, :now)")
                    .param("collection", collection)
                    .param("ids", ids.toArray(String[]::new))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .query((row, n) -> "")
                    .list();
        }
    }

    /** Closes objects of the caller's body to whom these markings are closed. */
    void narrow(UUID collection, Map<String, Handling> narrowed, Instant now) {
        if (!narrowed.isEmpty()) {
            List<Map.Entry<String, Handling>> all = List.copyOf(narrowed.entrySet());
            jdbc.sql("select exchange.narrow(:collection, :ids, cast(:ranks as smallint[]), :now)")
                    .param("collection", collection)
                    .param("ids", all.stream().map(Map.Entry::getKey).toArray(String[]::new))
                    .param(
                            "ranks",
                            all.stream().map(one -> one.getValue().rank()).toArray(Integer[]::new))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .query((row, n) -> "")
                    .list();
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("object_id"),
                row.getString("version_key"),
                row.getBytes("meaning"),
                row.getBoolean("revoked"),
                row.getString("body"),
                row.getString("created_by"),
                row.getString("created"));
    }
}
