package az.qalxan.exchange.knowledge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes {@code exchange.knowledge_object}, {@code knowledge_value}, {@code knowledge_link} and
 * {@code knowledge_width}.
 */
@Repository
class KnowledgeStore {

    private static final int CHUNK = 5_000;

    private final JdbcClient jdbc;

    KnowledgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version and what is known of it.
     *
     * @param body who sent it; empty for the caller's
     */
    record Fresh(
            UUID collection,
            Instant added,
            String id,
            String type,
            String body,
            int handling,
            boolean last,
            boolean revoked,
            KnownObject known) {}

    void insert(List<Fresh> all) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Fresh> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            objects(some);
            List<Part<KnownObject.Held>> held = parts(some, KnownObject::values);
            inChunks(held, this::values);
            inChunks(parts(some, KnownObject::links), this::links);
            widths(held);
        }
    }

    private <T> void inChunks(List<T> all, java.util.function.Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            work.accept(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }

    private void objects(List<Fresh> some) {
        jdbc.sql(
                        """
                        insert into exchange.knowledge_object (collection_id, added, object_id,
                          type, name, body, created, valid_from, valid_until, confidence, handling,
                          is_last, revoked)
                        select collection, added, id, type, name,
                               case when body = '' then database.caller_body() else body end,
                               created, valid_from, valid_until, confidence, handling, last,
                               revoked
                          from unnest(cast(:collections as uuid[]),
                                 cast(:added as timestamptz[]), :ids, :types, :names, :bodies,
                                 cast(:created as timestamptz[]), cast(:from as timestamptz[]),
                                 cast(:until as timestamptz[]), cast(:confidence as smallint[]),
                                 cast(:handlings as smallint[]), cast(:last as boolean[]),
                                 cast(:revoked as boolean[]))
                               as new (collection, added, id, type, name, body, created,
                                 valid_from, valid_until, confidence, handling, last, revoked)
                        """)
                .param("collections", texts(some, one -> one.collection().toString()))
                .param("added", texts(some, one -> one.added().toString()))
                .param("ids", texts(some, Fresh::id))
                .param("types", texts(some, Fresh::type))
                .param("names", texts(some, one -> one.known().name()))
                .param("bodies", texts(some, Fresh::body))
                .param("created", texts(some, one -> text(one.known().created())))
                .param("from", texts(some, one -> text(one.known().validFrom())))
                .param("until", texts(some, one -> text(one.known().validUntil())))
                .param(
                        "confidence",
                        some.stream().map(one -> one.known().confidence()).toArray(Integer[]::new))
                .param("handlings", some.stream().map(Fresh::handling).toArray(Integer[]::new))
                .param("last", some.stream().map(Fresh::last).toArray(Boolean[]::new))
                .param("revoked", some.stream().map(Fresh::revoked).toArray(Boolean[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC).toString();
    }

    private static <T> String[] texts(List<T> some, Function<T, @Nullable String> column) {
        return some.stream().map(column).toArray(String[]::new);
    }

    /** One of the several things that a version has. */
    private record Part<T>(Fresh of, int place, T part) {}

    private static <T> List<Part<T>> parts(
            List<Fresh> some, Function<KnownObject, List<T>> several) {
        List<Part<T>> parts = new ArrayList<>();
        for (Fresh one : some) {
            List<T> list = several.apply(one.known());
            for (int i = 0; i < list.size(); i++) {
                parts.add(new Part<>(one, i, list.get(i)));
            }
        }
        return parts;
    }

    private void values(List<Part<KnownObject.Held>> some) {
        keyed(
                        some,
                        """
                        insert into exchange.knowledge_value (collection_id, added, place, handling,
                          is_last, kind, value, alone, object_id, body, revoked, valid_until,
                          confidence)
                        select collection, added, place, handling, last, kind, value, alone, id,
                               case when body = '' then database.caller_body() else body end,
                               revoked, valid_until, confidence
                          from unnest(cast(:collections as uuid[]),
                                 cast(:added as timestamptz[]), cast(:places as integer[]),
                                 cast(:handlings as smallint[]), cast(:last as boolean[]), :kinds,
                                 :values, cast(:alone as boolean[]), :ids, :bodies,
                                 cast(:revoked as boolean[]), cast(:until as timestamptz[]),
                                 cast(:confidence as smallint[]))
                               as new (collection, added, place, handling, last, kind, value,
                                 alone, id, body, revoked, valid_until, confidence)
                        """)
                .param("kinds", texts(some, one -> one.part().value().kind().code()))
                .param("values", texts(some, one -> one.part().value().text()))
                .param(
                        "alone",
                        some.stream().map(one -> one.part().alone()).toArray(Boolean[]::new))
                .param("ids", texts(some, one -> one.of().id()))
                .param("bodies", texts(some, one -> one.of().body()))
                .param(
                        "revoked",
                        some.stream().map(one -> one.of().revoked()).toArray(Boolean[]::new))
                .param("until", texts(some, one -> text(one.of().known().validUntil())))
                .param(
                        "confidence",
                        some.stream()
                                .map(one -> one.of().known().confidence())
                                .toArray(Integer[]::new))
                .update();
    }

    private void links(List<Part<KnownObject.Link>> some) {
        keyed(
                        some,
                        """
                        insert into exchange.knowledge_link (collection_id, added, place, handling,
                          is_last, relation, source, target)
                        select new.* from unnest(cast(:collections as uuid[]),
                          cast(:added as timestamptz[]), cast(:places as integer[]),
                          cast(:handlings as smallint[]), cast(:last as boolean[]), :relations,
                          :sources, :targets) new
                        """)
                .param("relations", texts(some, one -> one.part().relation()))
                .param("sources", texts(some, one -> one.part().source()))
                .param("targets", texts(some, one -> one.part().target()))
                .update();
    }

    private <T> JdbcClient.StatementSpec keyed(List<Part<T>> some, String sql) {
        return jdbc.sql(sql)
                .param("collections", texts(some, one -> one.of().collection().toString()))
                .param("added", texts(some, one -> one.of().added().toString()))
                .param("places", some.stream().map(Part::place).toArray(Integer[]::new))
                .param(
                        "handlings",
                        some.stream().map(one -> one.of().handling()).toArray(Integer[]::new))
                .param("last", some.stream().map(one -> one.of().last()).toArray(Boolean[]::new));
    }

    private void widths(List<Part<KnownObject.Held>> held) {
        Set<Integer> four = new HashSet<>();
        Set<Integer> six = new HashSet<>();
        for (Part<KnownObject.Held> one : held) {
            KnownValue value = one.part().value();
            if (value.kind() == ValueKind.IP && NetworkWidths.bits(value.text()) >= 0) {
                boolean isSix = value.text().indexOf(':') >= 0;
                (isSix ? six : four).add(NetworkWidths.bits(value.text()));
            }
        }
        four.forEach(bits -> width(false, bits));
        six.forEach(bits -> width(true, bits));
    }

    private void width(boolean six, int bits) {
        jdbc.sql(
                        """
                        insert into exchange.knowledge_width values (:six, :bits)
                        on conflict do nothing
                        """)
                .param("six", six)
                .param("bits", bits)
                .update();
    }
}
