package az.qalxan.exchange.misp;

import az.qalxan.exchange.misp.Search.Span;
import az.qalxan.exchange.misp.Search.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds events and attributes of a collection. */
@Repository
class SearchStore {

    private static final int FETCHED = 2_000;

    /** In small letters: of an attribute and its event. */
    private static final String TAGS_OF_ATTRIBUTE =
            "select lower(tag) from unnest(e.tags || a.tags) tag";

    /** In small letters: of an event and of those of its attributes that the caller may see. */
    private static final String TAGS_OF_EVENT =
            "select lower(tag) from unnest(e.tags) tag union all"
                    + " select lower(tag) from exchange.misp_attribute ta, unnest(ta.tags) tag"
                    + " where ta.event_number = e.number";

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Walks over attributes in the order in which they came, holding few of them at once. */
    void attributes(UUID collection, Search search, RowCallbackHandler each) {
        Query query = new Query(collection, TAGS_OF_ATTRIBUTE);
        query.values(search.values().withoutAny());
        attribute(query, search);
        event(query, search);
        query.in("a.uuid", search.uuids());
        query.span("a.stamp", search.stamp());
        query.span("e.stamp", search.eventStamp());
        String found = query.found(collection, search.values());
        String sql =
                found
                        + """
                        select a.uuid, a.object_uuid, a.type, a.category, a.value, a.comment,
                               a.to_ids,
                               a.stamp, a.relation, a.tags, a.content, e.number as event_number,
                               e.uuid as event_uuid, e.stamp as event_stamp, e.info,
                               e.orgc, e.orgc_name,
                               e.distribution as event_distribution, e.published,
                               case when a.object_uuid is null then '' else (
                                 select o.name from exchange.misp_object o
                                  where o.event_number = a.event_number
                                     and o.uuid = a.object_uuid) end
                                 as object_name
                          from %s a
                          join exchange.misp_event e on e.number = a.event_number
                        """;
        String from = found.isEmpty() ? "exchange.misp_attribute" : "found";
        jdbc.sql(sql.formatted(from) + query.where() + " order by a.number" + window(search))
                .withFetchSize(FETCHED)
                .params(query.parameters)
                .query(each);
    }

    /** Events, the first that came first. */
    List<StoredEvent> events(UUID collection, Search search) {
        Query query = new Query(collection, TAGS_OF_EVENT);
        event(query, search);
        query.span("e.stamp", search.stamp());
        query.span("e.stamp", search.eventStamp());
        query.in("e.uuid", search.uuids());
        Query inner = new Query(query.parameters);
        inner.values(search.values());
        attribute(inner, search);
        if (inner.any()) {
            query.add(
                    "exists (select from exchange.misp_attribute a where a.event_number = e.number"
                            + inner.and()
                            + ")");
        }
        return jdbc.sql(
                        MispEventStore.SELECT
                                + query.where()
                                + " order by e.number"
                                + window(search))
                .withFetchSize(FETCHED)
                .params(query.parameters)
                .query((row, n) -> MispEventStore.row(row))
                .list();
    }

    /** Published events that are meant for other communities. */
    List<StoredEvent> travelling(UUID collection) {
        return jdbc.sql(
                        MispEventStore.SELECT
                                + """
                                 where e.collection_id = :collection and e.published
                                   and e.distribution in (2, 3)
                                 order by e.number
                                """)
                .withFetchSize(FETCHED)
                .param("collection", collection)
                .query((row, n) -> MispEventStore.row(row))
                .list();
    }

    void travellingValues(UUID collection, RowCallbackHandler each) {
        jdbc.sql(
                        """
                        select e.uuid, a.type, a.value
                          from exchange.misp_event e
                          join exchange.misp_attribute a on a.event_number = e.number
                         where e.collection_id = :collection and e.published
                           and e.distribution in (2, 3) and a.distribution in (2, 3)
                           and not a.deleted
                         order by a.number
                        """)
                .withFetchSize(FETCHED)
                .param("collection", collection)
                .query(each);
    }

    private static String window(Search search) {
        @Nullable Integer most = search.most();
        return most == null
                ? ""
                : " limit " + most + " offset " + (long) most * Math.max(0, search.page() - 1);
    }

    private static void attribute(Query query, Search search) {
        if (!search.deleted()) {
            query.add("not a.deleted");
        }
        query.in("a.type", search.types());
        query.in("a.category", search.categories());
        if (search.toIds() != null) {
            query.add(search.toIds() ? "a.to_ids" : "not a.to_ids");
        }
    }

    private static void event(Query query, Search search) {
        query.tags(search.tags());
        query.events(search.events());
        query.like("e.info", search.infos());
        query.organisations(search.organisations());
        query.span("e.publish_stamp", search.published());
        if (search.from() != null) {
            query.add("e.day >= cast(" + query.bind(search.from()) + " as date)");
        }
        if (search.until() != null) {
            query.add("e.day <= cast(" + query.bind(search.until()) + " as date)");
        }
        if (search.isPublished() != null) {
            query.add(search.isPublished() ? "e.published" : "not e.published");
        }
    }

    /** Conditions and their values. */
    private static final class Query {

        private final StringBuilder conditions = new StringBuilder();
        private final Map<String, Object> parameters;
        private final String tags;

        Query(UUID collection, String tags) {
            this.parameters = new HashMap<>();
            this.tags = tags;
            add("e.collection_id = " + bind(collection));
        }

        Query(Map<String, Object> parameters) {
            this.parameters = parameters;
            this.tags = "";
        }

        boolean any() {
            return !conditions.toString().equals(" and not a.deleted") && !conditions.isEmpty();
        }

        String where() {
            return " where " + conditions.substring(" and ".length());
        }

        String and() {
            return conditions.toString();
        }

        void add(String condition) {
            conditions.append(" and ").append(condition);
        }

        String bind(Object value) {
            String name = "p" + parameters.size();
            parameters.put(name, value);
            return ":" + name;
        }

        void in(String column, Words words) {
            String text = "cast(" + column + " as text)";
            if (!words.any().isEmpty()) {
                add(text + " = any (" + bind(array(words.any())) + ")");
            }
            words.all().forEach(one -> add(text + " = " + bind(one)));
            if (!words.none().isEmpty()) {
                add(text + " <> all (" + bind(array(words.none())) + ")");
            }
        }

        void like(String column, Words words) {
            if (!words.any().isEmpty()) {
                add("lower(" + column + ") like any (" + bind(inside(words.any())) + ")");
            }
            if (!words.all().isEmpty()) {
                add("lower(" + column + ") like all (" + bind(inside(words.all())) + ")");
            }
            if (!words.none().isEmpty()) {
                add("lower(" + column + ") not like all (" + bind(inside(words.none())) + ")");
            }
        }

        private static String[] inside(List<String> words) {
            return words.stream()
                    .map(word -> "%" + escaped(word.toLowerCase(Locale.ROOT)) + "%")
                    .toArray(String[]::new);
        }

        private static String escaped(String word) {
            return word.replace("\\", "\\\\").replace("_", "\\_");
        }

        private static String[] array(List<String> words) {
            return words.toArray(String[]::new);
        }

        /** By their keys; those with a percent sign by likeness. */
        void values(Words words) {
            if (!words.any().isEmpty()) {
                add(found(words.any()));
            }
            words.all().forEach(one -> add(found(List.of(one))));
            if (!words.none().isEmpty()) {
                add("not " + found(words.none()));
            }
        }

        /** Values are found once, not anew for each event. */
        String found(UUID collection, Words words) {
            return words.any().isEmpty()
                    ? ""
                    : "with found as materialized (select * from exchange.misp_attribute a"
                            + " where a.collection_id = "
                            + bind(collection)
                            + " and "
                            + found(words.any())
                            + ") ";
        }

        private String found(List<String> words) {
            Long[] keys =
                    words.stream()
                            .filter(word -> !word.contains("%"))
                            .map(MispAttribute::key)
                            .toArray(Long[]::new);
            String[] patterns =
                    words.stream()
                            .filter(word -> word.contains("%"))
                            .map(word -> escaped(word.toLowerCase(Locale.ROOT)))
                            .toArray(String[]::new);
            StringBuilder found = new StringBuilder("(false");
            if (keys.length > 0) {
                String some = "any (" + bind(keys) + ")";
                found.append(" or a.key = ").append(some);
                found.append(" or a.first_key = ").append(some);
                found.append(" or a.second_key = ").append(some);
            }
            if (patterns.length > 0) {
                found.append(" or lower(a.value) like any (").append(bind(patterns)).append(')');
            }
            return found.append(')').toString();
        }

        void tags(Words words) {
            if (!words.any().isEmpty()) {
                add(tagged(words.any()));
            }
            words.all().forEach(one -> add(tagged(List.of(one))));
            if (!words.none().isEmpty()) {
                add("not " + tagged(words.none()));
            }
        }

        private String tagged(List<String> words) {
            String some =
                    bind(
                            words.stream()
                                    .map(word -> escaped(word.toLowerCase(Locale.ROOT)))
                                    .toArray(String[]::new));
            return "exists (select from ("
                    + tags
                    + ") t (tag) where t.tag like any ("
                    + some
                    + "))";
        }

        /** By UUIDs or by numbers. */
        void events(Words words) {
            if (!words.any().isEmpty()) {
                add(
                        "(cast(e.uuid as text) = any ("
                                + bind(array(words.any()))
                                + ") or"
                                + " cast(e.number as text) = any ("
                                + bind(array(words.any()))
                                + "))");
            }
            if (!words.none().isEmpty()) {
                add(
                        "cast(e.uuid as text) <> all ("
                                + bind(array(words.none()))
                                + ") and"
                                + " cast(e.number as text) <> all ("
                                + bind(array(words.none()))
                                + ")");
            }
        }

        void organisations(Words words) {
            if (!words.any().isEmpty()) {
                add(
                        "(e.orgc_name = any ("
                                + bind(array(words.any()))
                                + ") or"
                                + " cast(e.orgc as text) = any ("
                                + bind(array(words.any()))
                                + "))");
            }
            if (!words.none().isEmpty()) {
                add(
                        "e.orgc_name <> all ("
                                + bind(array(words.none()))
                                + ") and"
                                + " cast(e.orgc as text) <> all ("
                                + bind(array(words.none()))
                                + ")");
            }
        }

        void span(String column, Span span) {
            if (span.from() != null) {
                add(column + " >= " + bind(span.from()));
            }
            if (span.until() != null) {
                add(column + " <= " + bind(span.until()));
            }
        }
    }

    /** The event to which a row belongs. */
    static long[] event(ResultSet row) throws SQLException {
        return new long[] {row.getLong("event_number"), row.getLong("event_stamp")};
    }
}
