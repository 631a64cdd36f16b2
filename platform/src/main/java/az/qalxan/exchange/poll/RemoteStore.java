package az.qalxan.exchange.poll;

import az.qalxan.access.Handling;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.remote}: servers of others, and how far they are read. */
@Repository
class RemoteStore {

    /** Clocks of two machines with one database may differ by so much. */
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    RemoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RemoteServer> all() {
        return jdbc.sql("select * from exchange.remote order by title, id")
                .query(RemoteStore::row)
                .list();
    }

    Optional<RemoteServer> find(UUID id) {
        return jdbc.sql("select * from exchange.remote where id = :id")
                .param("id", id)
                .query(RemoteStore::row)
                .optional();
    }

    /** Empty when the code is taken. */
    Optional<UUID> insert(RemoteForm.Checked fresh, String by, Instant now) {
        return jdbc.sql(
                        """
                        insert into exchange.remote (code, title, root, collection, username,
                          secret, into_id, ceiling, overlap_seconds, every_minutes, registered_at,
                          registered_by, next_at)
                        values (:code, :title, :root, :collection, :username, '', :into, :ceiling,
                          :overlap, :every, :now, :by, :now)
                        on conflict (code) do nothing
                        returning id
                        """)
                .param("code", fresh.code())
                .param("title", fresh.title())
                .param("root", fresh.root().toString())
                .param("collection", fresh.collection())
                .param("username", fresh.username())
                .param("into", fresh.into())
                .param("ceiling", fresh.ceiling().rank())
                .param("overlap", fresh.overlap().toSeconds())
                .param("every", fresh.every().toMinutes())
                .param("now", at(now))
                .param("by", by)
                .query(UUID.class)
                .optional();
    }

    void keepSecret(UUID id, byte[] closed) {
        jdbc.sql("update exchange.remote set secret = :secret where id = :id")
                .param("id", id)
                .param("secret", closed)
                .update();
    }

    byte[] secret(UUID id) {
        return jdbc.sql("select secret from exchange.remote where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Stops it, or lets it go on when the moment is null; false when it was so before. */
    boolean stop(UUID id, @Nullable Instant moment, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.remote set stopped_at = :at, next_at = :now
                                 where id = :id
                                   and (stopped_at is null) <> (:at::timestamptz is null)
                                """)
                        .param("id", id)
                        .param("at", moment == null ? null : at(moment))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Asks for a round at once; false while it is stopped. */
    boolean hurry(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.remote set next_at = least(next_at, :now)
                                 where id = :id and stopped_at is null
                                   and confirmed_at is not null
                                """)
                        .param("id", id)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Lets it be read; false when this caller may not, or when it was done before. */
    boolean admit(UUID id, String by, Instant now) {
        return jdbc.sql("select exchange.admit_remote(:id, :by, :now)")
                .param("id", id)
                .param("by", by)
                .param("now", at(now))
                .query(Boolean.class)
                .single();
    }

    /**
     * One whose time has come, which nobody else takes until that moment. Where the clock was set
     * back the time that was noted tells nothing.
     */
    Optional<RemoteServer> begin(Instant now, Instant heldUntil) {
        return jdbc.sql(
                        """
                        update exchange.remote set tried_at = :now, next_at = :held
                         where id = (select id from exchange.remote
                                      where stopped_at is null and confirmed_at is not null
                                        and (next_at <= :now
                                          or coalesce(tried_at, registered_at) > :ahead)
                                      order by next_at, id limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", at(now))
                .param("ahead", at(now.plus(CLOCKS_DIFFER_MAX)))
                .param("held", at(heldUntil))
                .query(RemoteStore::row)
                .optional();
    }

    /**
     * Notes, in the transaction that kept the objects, how far it is read and by whom it is held.
     */
    void progress(UUID id, RemoteServer.Counts more, @Nullable Instant reached, Instant heldUntil) {
        jdbc.sql(
                        """
                        update exchange.remote
                           set reached = greatest(reached, :reached),
                               received = received + :received,
                               taken = taken + :taken, refused = refused + :refused, next_at = :held
                         where id = :id
                        """)
                .param("id", id)
                .param("reached", reached == null ? null : at(reached))
                .param("received", more.received())
                .param("taken", more.taken())
                .param("refused", more.refused())
                .param("held", at(heldUntil))
                .update();
    }

    void succeeded(UUID id, Instant now, Instant next) {
        jdbc.sql(
                        """
                        update exchange.remote
                           set succeeded_at = :now, next_at = :next, failures = 0, trouble = '',
                               trouble_words = ''
                         where id = :id
                        """)
                .param("id", id)
                .param("now", at(now))
                .param("next", at(next))
                .update();
    }

    /** Goes on at that moment, as if nothing had happened. */
    void later(UUID id, Instant next) {
        jdbc.sql("update exchange.remote set next_at = :next where id = :id")
                .param("id", id)
                .param("next", at(next))
                .update();
    }

    void failed(UUID id, Trouble trouble, Instant next) {
        jdbc.sql(
                        """
                        update exchange.remote
                           set next_at = :next, failures = failures + 1, trouble = :trouble,
                               trouble_words = :words
                         where id = :id
                        """)
                .param("id", id)
                .param("next", at(next))
                .param("trouble", trouble.kind().code())
                .param("words", trouble.words())
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static RemoteServer row(ResultSet row, int number) throws SQLException {
        return new RemoteServer(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getString("code"),
                row.getString("title"),
                URI.create(row.getString("root")),
                row.getString("collection"),
                row.getString("username"),
                row.getObject("into_id", UUID.class),
                Handling.ofRank(row.getInt("ceiling")),
                Duration.ofSeconds(row.getInt("overlap_seconds")),
                Duration.ofMinutes(row.getInt("every_minutes")),
                moment(row, "reached"),
                new RemoteServer.Admission(
                        row.getString("registered_by"),
                        row.getString("registrant"),
                        moment(row, "confirmed_at"),
                        row.getString("confirmed_by")),
                state(row));
    }

    private static RemoteServer.State state(ResultSet row) throws SQLException {
        return new RemoteServer.State(
                moment(row, "stopped_at"),
                Objects.requireNonNull(moment(row, "next_at")),
                moment(row, "tried_at"),
                moment(row, "succeeded_at"),
                row.getInt("failures"),
                row.getString("trouble"),
                row.getString("trouble_words"),
                new RemoteServer.Counts(
                        row.getLong("received"), row.getLong("taken"), row.getLong("refused")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
