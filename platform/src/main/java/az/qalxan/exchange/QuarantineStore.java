package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.quarantine}: refused objects for people to look at. */
@Repository
class QuarantineStore {

    /** Refused objects of one envelope that are kept; the sender is told of all. */
    static final int KEPT_MAX = 200;

    private static final int CONTENT_CHARS_MAX = 100_000;

    /**
     * A refused object.
     *
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
            String body,
            String sender,
            String content,
            @Nullable Instant seenAt,
            String seenBy) {}

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID collection, String sender, List<Settlement.Refused> all, Instant now) {
        all.stream().limit(KEPT_MAX).forEach(one -> insert(collection, sender, one, now));
    }

    private void insert(UUID collection, String sender, Settlement.Refused one, Instant now) {
        String content = one.content().toString();
        jdbc.sql(
                        """
                        insert into exchange.quarantine (collection_id, at, object_id, version,
                          reason, handling, sender, content)
                        values (:collection, :now, :object, :version, :reason, :handling, :sender,
                          :content)
                        """)
                .param("collection", collection)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("object", one.object().id())
                .param("version", one.object().version())
                .param("reason", one.reason().code())
                .param("handling", one.handling().rank())
                .param("sender", sender)
                .param(
                        "content",
                        content.substring(0, Math.min(content.length(), CONTENT_CHARS_MAX)))
                .update();
    }

    List<Kept> newest(int most) {
        return jdbc.sql(
                        """
                        select q.*, c.title from exchange.quarantine q
                          join exchange.collection c on c.id = q.collection_id
                         order by q.seen_at is not null, q.at desc limit :most
                        """)
                .param("most", most)
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
                row.getString("body"),
                row.getString("sender"),
                row.getString("content"),
                seen == null ? null : seen.toInstant(),
                row.getString("seen_by"));
    }
}
