package az.qalxan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pages of {@code exchange.object_version}: each begins where the last one ended. */
@Repository
class ShelfStore {

    private final JdbcClient jdbc;

    ShelfStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ShelfPage page(UUID collection, ObjectQuery query, boolean contents) {
        List<ShelfPage.Line> lines = new ArrayList<>(lines(collection, query, contents));
        boolean more = lines.size() > query.most();
        return new ShelfPage(more ? lines.subList(0, query.most()) : lines, more);
    }

    private List<ShelfPage.Line> lines(UUID collection, ObjectQuery query, boolean contents) {
        String columns =
                "select object_id, version, added, spec_version"
                        + (contents ? ", content" : ", '' as content");
        String found = columns + " from exchange.object_version" + where(query);
        // Of few objects the few versions are found first: they may lie anywhere.
        String sql =
                query.ids().isEmpty()
                        ? found
                        : "with found as materialized (" + found + ") select * from found";
        JdbcClient.StatementSpec asked =
                jdbc.sql(sql + " order by added limit :most")
                        .param("collection", collection)
                        .param("most", query.most() + 1);
        return bind(asked, query).query(ShelfStore::line).list();
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
