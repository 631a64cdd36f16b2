package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
     * The newest objects that hold each value, the latest first; without their names.
     *
     * @param most of each value
     */
    Map<KnownValue, List<Hit>> holding(List<KnownValue> values, int most) {
        Map<KnownValue, List<Hit>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select a.place, h.*
                          from unnest(:kinds, :values) with ordinality a (kind, value, place)
                         cross join lateral (
                           select v.collection_id, v.added, v.alone, v.object_id, v.body,
                                  v.handling, v.valid_until, v.confidence, v.revoked
                             from exchange.knowledge_value v
                            where v.value = a.value and v.kind = a.kind and v.is_last
                            order by v.added desc, v.collection_id, v.place
                            limit :most) h
                        """)
                .param(
                        "kinds",
                        values.stream().map(one -> one.kind().code()).toArray(String[]::new))
                .param("values", values.stream().map(KnownValue::text).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> hit(row, values.get(row.getInt(1) - 1)))
                .list()
                .forEach(
                        hit -> found.computeIfAbsent(hit.found(), _ -> new ArrayList<>()).add(hit));
        return found;
    }

    private static Hit hit(ResultSet row, KnownValue found) throws SQLException {
        String object = row.getString(5);
        return new Hit(
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                object,
                object.substring(0, Math.max(0, object.indexOf("--"))),
                "",
                row.getString(6),
                Handling.ofRank(row.getInt(7)),
                found,
                row.getBoolean(4),
                new Hit.Term(
                        null,
                        null,
                        instant(row, "valid_until"),
                        row.getObject(9, Integer.class),
                        row.getBoolean(10)));
    }

    /** The same hits with names and beginnings. */
    List<Hit> named(List<Hit> hits) {
        List<Hit> named = new ArrayList<>(hits);
        jdbc.sql(
                        """
                        select a.place, o.name, o.created, o.valid_from
                          from unnest(cast(:collections as uuid[]), cast(:added as timestamptz[]))
                                 with ordinality a (collection_id, added, place)
                          join exchange.knowledge_object o
                            on o.collection_id = a.collection_id and o.added = a.added
                        """)
                .param(
                        "collections",
                        hits.stream()
                                .map(one -> one.collection().toString())
                                .toArray(String[]::new))
                .param(
                        "added",
                        hits.stream().map(one -> one.added().toString()).toArray(String[]::new))
                .query(row -> {
                    int place = row.getInt(1) - 1;
                    named.set(
                            place,
                            hits.get(place)
                                    .named(
                                            row.getString(2),
                                            instant(row, "created"),
                                            instant(row, "valid_from")));
                });
        return named;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
