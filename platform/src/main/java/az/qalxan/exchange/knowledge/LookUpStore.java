package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds which objects hold values. */
@Repository
class LookUpStore {

    private final JdbcClient jdbc;

    LookUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    NetworkWidths widths() {
        Set<Integer> four = new HashSet<>();
        Set<Integer> six = new HashSet<>();
        jdbc.sql("select six, bits from exchange.knowledge_width")
                .query((row, n) -> (row.getBoolean("six") ? six : four).add(row.getInt("bits")))
                .list();
        return new NetworkWidths(four, six);
    }

    /**
     * The newest objects that hold each value, the latest first.
     *
     * @param most of each value
     */
    Map<KnownValue, List<Hit>> holding(Collection<KnownValue> values, int most) {
        Map<KnownValue, List<Hit>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select h.kind, h.value, h.alone, o.collection_id, o.added, o.object_id,
                               o.type, o.name, o.body, o.handling, o.created, o.valid_from,
                               o.valid_until, o.confidence, o.revoked
                          from unnest(:kinds, :values) a (kind, value)
                         cross join lateral (
                           select v.collection_id, v.added, v.kind, v.value, v.alone
                             from exchange.knowledge_value v
                            where v.value = a.value and v.kind = a.kind and v.is_last
                            order by v.added desc, v.collection_id, v.place
                            limit :most) h
                          join exchange.knowledge_object o
                            on o.collection_id = h.collection_id and o.added = h.added
                        """)
                .param(
                        "kinds",
                        values.stream().map(one -> one.kind().code()).toArray(String[]::new))
                .param("values", values.stream().map(KnownValue::text).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> hit(row))
                .list()
                .forEach(
                        hit -> found.computeIfAbsent(hit.found(), _ -> new ArrayList<>()).add(hit));
        return found;
    }

    static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject("collection_id", UUID.class),
                row.getObject("added", OffsetDateTime.class).toInstant(),
                row.getString("object_id"),
                row.getString("type"),
                row.getString("name"),
                row.getString("body"),
                Handling.ofRank(row.getInt("handling")),
                new KnownValue(
                        ValueKind.ofCode(row.getString("kind")).orElseThrow(),
                        row.getString("value")),
                row.getBoolean("alone"),
                new Hit.Term(
                        instant(row, "created"),
                        instant(row, "valid_from"),
                        instant(row, "valid_until"),
                        row.getObject("confidence", Integer.class),
                        row.getBoolean("revoked")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
