package az.qalxan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pages of {@code exchange.object_version}: each begins where the last one ended. */
@Repository
class ShelfStore {

    /** Bytes of objects of one page; a single object may have more. */
    static final int PAGE_BYTES_MAX = 8 << 20;

    private final JdbcClient jdbc;

    ShelfStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ShelfPage page(UUID collection, ObjectQuery query, boolean contents) {
        List<Row> rows = rows(collection, query, contents);
        List<ShelfPage.Line> lines = rows.stream().limit(query.most()).map(Row::line).toList();
        long found = rows.isEmpty() ? 0 : rows.getFirst().found();
        return new ShelfPage(lines, found > lines.size());
    }

    /** A version, and how many were found with it. */
    private record Row(ShelfPage.Line line, long found) {}

    /** Of large objects fewer are taken at once, one at least. */
    private List<Row> rows(UUID collection, ObjectQuery query, boolean contents) {
        String columns =
                "select object_id, version, added, spec_version"
                        + (contents ? ", content" : ", '' as content");
        String found = columns + " from exchange.object_version" + where(query);
        // Of few objects the few versions are found first: they may lie anywhere.
        String some =
                (query.ids().isEmpty()
                                ? found
                                : "with found as materialized (" + found + ") select * from found")
                        + " order by added limit :most";
        String sql =
                "select * from (select *, count(*) over () as found,"
                        + " sum(octet_length(content)) over w as bytes, row_number() over w as n"
                        + " from ("
                        + some
                        + ") page window w as (order by added)) counted"
                        + " where bytes <= :bytes or n = 1 order by added";
        JdbcClient.StatementSpec asked =
                jdbc.sql(sql)
                        .param("collection", collection)
                        .param("bytes", PAGE_BYTES_MAX)
                        .param("most", query.most() + 1);
        return bind(asked, query)
                .query((row, n) -> new Row(line(row, n), row.getLong("found")))
                .list();
    }

    private static String where(ObjectQuery query) {
        StringBuilder where = new StringBuilder(" where collection_id = :collection");
        where.append(query.after() == null ? "" : " and added > :after");
        where.append(query.ids().isEmpty() ? "" : " and object_id = any (:ids)");
        where.append(types(query));
        where.append(versions(query.versions()));
        where.append(query.specVersions().isEmpty() ? "" : " and spec_version = any (:specs)");
        return where.toString();
    }

    private static String types(ObjectQuery query) {
        return switch (query.types().size()) {
            case 0 -> "";
            // With one type the index of types gives the order of moments too.
            case 1 -> " and type = :type";
            default -> " and type = any (:types)";
        };
    }

    private static String versions(Versions versions) {
        if (versions.all()) {
            return "";
        }
        if (versions.onlyLast()) {
            return " and is_last";
        }
        return " and (version_key = any (:keys)"
                + (versions.first() ? " or is_first" : "")
                + (versions.last() ? " or is_last" : "")
                + ")";
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec asked, ObjectQuery query) {
        if (query.after() != null) {
            asked = asked.param("after", query.after().atOffset(ZoneOffset.UTC));
        }
        if (!query.ids().isEmpty()) {
            asked = asked.param("ids", query.ids().toArray(String[]::new));
        }
        if (query.types().size() == 1) {
            asked = asked.param("type", query.types().iterator().next());
        } else if (!query.types().isEmpty()) {
            asked = asked.param("types", query.types().toArray(String[]::new));
        }
        if (!query.versions().all() && !query.versions().onlyLast()) {
            asked = asked.param("keys", query.versions().keys().toArray(String[]::new));
        }
        return query.specVersions().isEmpty()
                ? asked
                : asked.param("specs", query.specVersions().toArray(String[]::new));
    }

    /** Whether the caller may read any version of the object. */
    boolean has(UUID collection, String object) {
        return jdbc.sql(
                        """
                        select exists (select from exchange.object_version
                                        where collection_id = :collection and object_id = :object)
                        """)
                .param("collection", collection)
                .param("object", object)
                .query(Boolean.class)
                .single();
    }

    private static ShelfPage.Line line(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime added = row.getObject("added", OffsetDateTime.class);
        return new ShelfPage.Line(
                row.getString("object_id"),
                row.getString("version"),
                java.util.Objects.requireNonNull(added).toInstant(),
                row.getString("spec_version"),
                row.getString("content"));
    }
}
