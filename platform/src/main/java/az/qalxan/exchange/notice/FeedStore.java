package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps feeds, and what they handed over until it is read. */
@Component
class FeedStore {

    private static final int ROWS_MAX = 100;
    private static final int DAMAGE_KEPT_MAX = 100;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            select f.id, f.body, f.handling, f.name, f.usual_type, f.at_once, f.opened_at,
              f.closed_at is null from exchange.feed f
            """;

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Feed> all() {
        return jdbc.sql(SELECT + " order by f.closed_at is not null, f.name limit :most")
                .param("most", ROWS_MAX)
                .query(FeedStore::feed)
                .list();
    }

    Optional<Feed> find(UUID id) {
        return jdbc.sql(SELECT + " where f.id = :id")
                .param("id", id)
                .query(FeedStore::feed)
                .optional();
    }

    Optional<UUID> insert(String name, Kind kind, String by, Instant at) {
        return jdbc.sql(
                        """
                        insert into exchange.feed (
                          handling, name, usual_type, at_once, opened_at, opened_by)
                        values (:handling, :name, :type, :atOnce, :at, :by)
                        on conflict on constraint feed_name_once do nothing returning id
                        """)
                .param("handling", kind.handling().rank())
                .param("name", name)
                .param("type", kind.usualType())
                .param("atOnce", kind.atOnce())
                .param("at", OwnerStore.utc(at))
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** How what a feed tells is treated. */
    record Kind(Handling handling, String usualType, boolean atOnce) {}

    /** What is handed over. */
    record Handed(Feed feed, String key, String digest, byte[] content, String by) {}

    /** A batch as its page shows it. */
    record Batch(
            long id,
            String key,
            String digest,
            String state,
            Instant takenAt,
            String takenBy,
            @Nullable Instant doneAt,
            int seen,
            int unowned,
            int damaged,
            List<Damage> damage) {

        Batch {
            damage = List.copyOf(damage);
        }
    }

    /** A line that says nothing clear; message key {@code notice.damage.<problem>}. */
    record Damage(int line, String problem) {}

    /** Keeps what was handed over; empty when the key is known. */
    Optional<Long> insert(Handed handed, Instant at) {
        return jdbc.sql(
                        """
                        insert into exchange.feed_batch (
                          feed_id, body, handling, key, digest, content, taken_at, taken_by)
                        values (:feed, :body, :handling, :key, :digest, :content, :at, :by)
                        on conflict on constraint feed_batch_once do nothing returning id
                        """)
                .param("feed", handed.feed().id())
                .param("body", handed.feed().body())
                .param("handling", handed.feed().handling().rank())
                .param("key", handed.key())
                .param("digest", handed.digest())
                .param("content", handed.content())
                .param("at", OwnerStore.utc(at))
                .param("by", handed.by())
                .query(Long.class)
                .optional();
    }

    Optional<Batch> batch(UUID feed, String key) {
        return batches("feed_id = :feed and key = :key", feed, key).stream().findFirst();
    }

    List<Batch> batches(UUID feed) {
        return batches("feed_id = :feed and :key = ''", feed, "");
    }

    private List<Batch> batches(String condition, UUID feed, String key) {
        return jdbc.sql(
                        """
                        select id, key, digest, state, taken_at, taken_by, done_at, seen, unowned,
                          damaged, damage from exchange.feed_batch where
                        """
                                + condition
                                + " order by id desc limit :most")
                .param("feed", feed)
                .param("key", key)
                .param("most", ROWS_MAX)
                .query(FeedStore::batch)
                .list();
    }

    /** How many bytes of a body wait to be read. */
    long waitingBytes(String body) {
        return jdbc.sql(
                        """
                        select coalesce(sum(length(content)), 0) from exchange.feed_batch
                        where body = :body and state = 'waiting'
                        """)
                .param("body", body)
                .query(Long.class)
                .single();
    }

    /** What waits: batches to read, concerns to tell; and how many notices there are. */
    record Standing(long batches, long untold, long notices) {}

    Standing standing() {
        return jdbc.sql(
                        """
                        select
                          (select count(*) from exchange.feed_batch where state = 'waiting'),
                          (select count(*) from exchange.concern where state in ('new', 'again')),
                          (select count(*) from exchange.notice)
                        """)
                .query((row, number) ->
                        new Standing(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** A batch to read. */
    record Waiting(long id, Feed feed, byte[] content) {}

    List<Waiting> take(int most) {
        return jdbc.sql(
                        """
                        select f.id, f.body, f.handling, f.name, f.usual_type, f.at_once,
                          f.opened_at, f.closed_at is null, b.id, b.content
                        from exchange.feed_batch b join exchange.feed f on f.id = b.feed_id
                        where b.state = 'waiting' order by b.id limit :most
                        for update of b skip locked
                        """)
                .param("most", most)
                .query((row, number) ->
                        new Waiting(row.getLong(9), feed(row, number), row.getBytes(10)))
                .list();
    }

    /** What came of reading a batch. */
    record Outcome(int seen, int unowned, List<Damage> damage) {

        Outcome {
            damage = List.copyOf(damage);
        }
    }

    void done(long id, Outcome outcome, Instant at) {
        jdbc.sql(
                        """
                        update exchange.feed_batch set state = 'done', done_at = :at, seen = :seen,
                          unowned = :unowned, damaged = :damaged, damage = cast(:damage as jsonb)
                        where id = :id
                        """)
                .param("id", id)
                .param("at", OwnerStore.utc(at))
                .param("seen", outcome.seen())
                .param("unowned", outcome.unowned())
                .param("damaged", outcome.damage().size())
                .param(
                        "damage",
                        JSON.writeValueAsString(
                                outcome.damage().stream().limit(DAMAGE_KEPT_MAX).toList()))
                .update();
    }

    /** Sets a batch aside that cannot be read; the answer is its feed. */
    Optional<Feed> fail(long id) {
        jdbc.sql(
                        """
                        update exchange.feed_batch set state = 'failed', attempts = attempts + 1
                        where id = :id and state = 'waiting'
                        """)
                .param("id", id)
                .update();
        return jdbc.sql(
                        SELECT
                                + " where f.id = (select feed_id from exchange.feed_batch b"
                                + " where b.id = :id)")
                .param("id", id)
                .query(FeedStore::feed)
                .optional();
    }

    /** What was read before that moment is not kept as it came any more. */
    void forget(Instant before) {
        jdbc.sql(
                        """
                        update exchange.feed_batch set content = '' where id in (
                          select id from exchange.feed_batch where state = 'done'
                            and done_at < :before and length(content) > 0 order by id limit 200)
                        """)
                .param("before", OwnerStore.utc(before))
                .update();
    }

    private static Feed feed(ResultSet row, int number) throws SQLException {
        return new Feed(
                row.getObject(1, UUID.class),
                row.getString(2),
                Handling.ofRank(row.getInt(3)),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getBoolean(8));
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        List<Damage> damage = new java.util.ArrayList<>();
        for (JsonNode one : JSON.readTree(row.getString(11))) {
            damage.add(
                    new Damage(one.required("line").asInt(), one.required("problem").asString()));
        }
        return new Batch(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                OwnerStore.moment(row, 7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                damage);
    }
}
