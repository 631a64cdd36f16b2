package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads versions of objects for pages. */
@Repository
class ShownStore {

    /** More is not counted. */
    static final int COUNTED_MAX = 10_000;

    /** What is larger is shown by its id only: a page of it would hold up its reader. */
    private static final int SHOWN_BYTES_MAX = 128 << 10;

    private static final int VERSIONS_MAX = 50;

    private static final String COLUMNS =
            """
            select collection_id, object_id, type, version, added, handling, pap, revoked, is_last,
                   body, sender,
                   case when octet_length(content) <= %d then content else '{}' end as content
              from exchange.object_version
            """
                    .formatted(SHOWN_BYTES_MAX);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NAME_CHARS_MAX = 160;
    private static final List<String> NAMES =
            List.of("name", "value", "pattern", "path", "key", "subject", "relationship_type");

    private final JdbcClient jdbc;

    ShownStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which objects a list shows.
     *
     * @param type empty for every type
     * @param before only what was added before this moment
     */
    record Asked(String type, @Nullable Instant before, int most) {}

    /** The newest version of each object, the latest additions first. */
    List<ShownVersion> newest(UUID collection, Asked asked) {
        @Nullable Instant before = asked.before();
        JdbcClient.StatementSpec sql =
                jdbc.sql(
                                COLUMNS
                                        + " where collection_id = :collection and is_last"
                                        + (asked.type().isEmpty() ? "" : " and type = :type")
                                        + (before == null ? "" : " and added < :before")
                                        + " order by added desc limit :most")
                        .param("collection", collection)
                        .param("most", asked.most());
        sql = asked.type().isEmpty() ? sql : sql.param("type", asked.type());
        sql = before == null ? sql : sql.param("before", before.atOffset(ZoneOffset.UTC));
        return sql.query(ShownStore::row).list();
    }

    List<ShownVersion> versions(UUID collection, String object) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 where collection_id = :collection and object_id = :object
                                 order by version_key desc limit :most
                                """)
                .param("most", VERSIONS_MAX)
                .param("collection", collection)
                .param("object", object)
                .query(ShownStore::row)
                .list();
    }

    /** How many objects the caller may see in each collection, up to a bound, and since when. */
    record Size(long objects, @Nullable Instant last) {}

    Map<UUID, Size> sizes(List<UUID> collections) {
        Map<UUID, Size> sizes = new HashMap<>();
        jdbc.sql(
                        """
                        select c as id,
                               (select count(*) from (
                                  select from exchange.object_version v
                                   where v.collection_id = c and v.is_last
                                   limit :most) counted) as n,
                               (select v.added from exchange.object_version v
                                 where v.collection_id = c and v.is_last
                                 order by v.added desc limit 1) as last
                          from unnest(cast(:ids as uuid[])) c
                        """)
                .param("most", COUNTED_MAX + 1)
                .param("ids", collections.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) ->
                        sizes.put(
                                row.getObject("id", UUID.class),
                                new Size(row.getLong("n"), last(row))))
                .list();
        return sizes;
    }

    private static @Nullable Instant last(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
        return last == null ? null : last.toInstant();
    }

    private static ShownVersion row(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        JsonNode object = JSON.readTree(content);
        return new ShownVersion(
                row.getString("object_id"),
                row.getString("type"),
                row.getString("version"),
                row.getObject("added", OffsetDateTime.class).toInstant(),
                Handling.ofRank(row.getInt("handling")),
                row.getObject("pap", Integer.class),
                row.getBoolean("revoked"),
                row.getBoolean("is_last"),
                row.getString("body"),
                row.getString("sender"),
                name(object),
                ObjectFact.of(object),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object));
    }

    private static String name(JsonNode object) {
        return NAMES.stream()
                .map(one -> object.path(one).asString(""))
                .filter(one -> !one.isEmpty())
                .map(one ->
                        one.length() > NAME_CHARS_MAX
                                ? one.substring(0, NAME_CHARS_MAX) + "…"
                                : one)
                .findFirst()
                .orElse("");
    }
}
