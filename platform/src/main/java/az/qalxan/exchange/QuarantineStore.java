package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.quarantine}: refused objects for people to look at. */
@Repository
class QuarantineStore {

    /** Refused objects of one envelope that are kept; the sender is told of all. */
    static final int KEPT_MAX = 200;

    private static final int SHOWN_CHARS_MAX = 8_000;
    private static final int CONTENT_CHARS_MAX = 100_000;

    /**
     * A refused object.
     *
     * @param words what its sender was told
     * @param seenAt null until somebody of the collection's body looked at it
     */
    record Kept(
            UUID id,
            UUID collection,
            String collectionTitle,
            Instant at,
            String object,
            String version,
            String reason,
            Handling handling,
            String words,
            String body,
            String sender,
            String content,
            @Nullable Instant seenAt,
            String seenBy) {}

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps them; what is sent again before anybody looked at it is kept once. */
    void insert(UUID collection, String sender, List<Settlement.Refused> all, Instant now) {
        if (all.isEmpty()) {
            return;
        }
        List<Settlement.Refused> some = all.stream().limit(KEPT_MAX).toList();
        jdbc.sql(
                        """
                        insert into exchange.quarantine (collection_id, at, object_id, version,
                          reason, handling, words, sender, content, digest)
                        select :collection, :now, id, version, reason, handling, words, :sender,
                               content, sha256(convert_to(content, 'UTF8'))
                          from unnest(:ids, :versions, :reasons, cast(:handlings as smallint[]),
                                 :words, :contents)
                               as new (id, version, reason, handling, words, content)
                        on conflict do nothing
                        """)
                .param("collection", collection)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("sender", sender)
                .param("ids", texts(some, Settlement.Refused::id))
                .param("versions", texts(some, Settlement.Refused::version))
                .param("reasons", texts(some, one -> one.reason().code()))
                .param(
                        "handlings",
                        some.stream().map(one -> one.handling().rank()).toArray(Integer[]::new))
                .param("words", texts(some, Settlement.Refused::words))
                .param("contents", texts(some, one -> shortened(one.content().toString())))
                .update();
    }

    private static String[] texts(
            List<Settlement.Refused> some, Function<Settlement.Refused, String> column) {
        return some.stream().map(column).toArray(String[]::new);
    }

    private static String shortened(String content) {
        return content.substring(0, Math.min(content.length(), CONTENT_CHARS_MAX));
    }

    List<Kept> newest(int most) {
        return jdbc.sql(
                        """
                        select q.id, q.collection_id, q.at, q.object_id, q.version, q.reason,
                               q.handling, q.words, q.body, q.sender, q.seen_at, q.seen_by,
                               left(q.content, :shown) as content, c.title
                          from exchange.quarantine q
                          join exchange.collection c on c.id = q.collection_id
                         order by q.seen_at is not null, q.at desc, q.id limit :most
                        """)
                .param("most", most)
                .param("shown", SHOWN_CHARS_MAX)
                .query(QuarantineStore::row)
                .list();
    }

    boolean see(UUID id, String by, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.quarantine set seen_at = :now, seen_by = :by
                                 where id = :id and seen_at is null
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Kept row(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("collection_id", UUID.class),
                row.getString("title"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("object_id"),
                row.getString("version"),
                row.getString("reason"),
                Handling.ofRank(row.getInt("handling")),
                row.getString("words"),
                row.getString("body"),
                row.getString("sender"),
                row.getString("content"),
                seen == null ? null : seen.toInstant(),
                row.getString("seen_by"));
    }
}
