package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.misp_remote} and {@code exchange.misp_remote_event}. */
@Repository
class MispRemoteStore {

    /** Into our collection, or out of it. */
    enum Way {
        IN,
        OUT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** An event that was refused, here or there. */
    record Refused(UUID event, String way, long stamp, Instant at, String fault) {}

    private final JdbcClient jdbc;

    MispRemoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MispRemote> all() {
        return jdbc.sql("select * from exchange.misp_remote order by title, id")
                .query((row, n) -> row(row))
                .list();
    }

    Optional<MispRemote> find(UUID id) {
        return jdbc.sql("select * from exchange.misp_remote where id = :id")
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    /** Empty when the code is taken. */
    Optional<UUID> insert(MispRemoteForm.Checked fresh, String by, Instant now) {
        return jdbc.sql(
                        """
                        insert into exchange.misp_remote (code, title, kind, address, secret,
                          into_id, ceiling, pulls, pushes, every_minutes, registered_at,
                          registered_by, next_at)
                        values (:code, :title, :kind, :address, '', :into, :ceiling, :pulls,
                          :pushes, :every, :now, :by, :now)
                        on conflict (code) do nothing
                        returning id
                        """)
                .param("code", fresh.code())
                .param("title", fresh.title())
                .param("kind", fresh.feed() ? "feed" : "server")
                .param("address", fresh.address())
                .param("into", fresh.into())
                .param("ceiling", fresh.ceiling().rank())
                .param("pulls", fresh.pulls())
                .param("pushes", fresh.pushes())
                .param("every", fresh.every().toMinutes())
                .param("now", at(now))
                .param("by", by)
                .query(UUID.class)
                .optional();
    }

    void keepSecret(UUID id, byte[] closed) {
        jdbc.sql("update exchange.misp_remote set secret = :secret where id = :id")
                .param("id", id)
                .param("secret", closed)
                .update();
    }

    byte[] secret(UUID id) {
        return jdbc.sql("select secret from exchange.misp_remote where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** False when it was admitted before, or when the caller registered it. */
    boolean admit(UUID id, String by, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.misp_remote
                                   set admitted_at = :now, admitted_by = :by, next_at = :now,
                                       admitter = database.caller_account()
                                 where id = :id and admitted_at is null
                                   and registrant <> database.caller_account()
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Stops it, or lets it go on when the moment is null. */
    boolean stop(UUID id, @Nullable Instant moment, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.misp_remote set stopped_at = :at, next_at = :now
                                 where id = :id
                                   and (stopped_at is null) <> (:at::timestamptz is null)
                                """)
                        .param("id", id)
                        .param("at", moment == null ? null : at(moment))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    boolean hurry(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.misp_remote set next_at = least(next_at, :now)
                                 where id = :id and stopped_at is null and admitted_at is not null
                                """)
                        .param("id", id)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** One whose time has come, which nobody else takes until that moment. */
    Optional<MispRemote> begin(Instant now, Instant heldUntil) {
        return jdbc.sql(
                        """
                        update exchange.misp_remote set tried_at = :now, next_at = :held
                         where id = (select id from exchange.misp_remote
                                      where next_at <= :now and stopped_at is null
                                        and admitted_at is not null
                                      order by next_at, id limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", at(now))
                .param("held", at(heldUntil))
                .query((row, n) -> row(row))
                .optional();
    }

    /** Keeps others away a while longer. */
    void hold(UUID id, Instant until) {
        jdbc.sql("update exchange.misp_remote set next_at = :until where id = :id")
                .param("id", id)
                .param("until", at(until))
                .update();
    }

    void ended(UUID id, Instant now, Instant next, @Nullable MispTrouble trouble) {
        jdbc.sql(
                        """
                        update exchange.misp_remote
                           set next_at = :next, trouble = :trouble, trouble_words = :words,
                               failures = case when :trouble = '' then 0 else failures + 1 end,
                               succeeded_at = case when :trouble = '' then :now
                                              else succeeded_at end
                         where id = :id
                        """)
                .param("id", id)
                .param("now", at(now))
                .param("next", at(next))
                .param("trouble", trouble == null ? "" : trouble.kind().code())
                .param("words", trouble == null ? "" : MispEventStore.clean(trouble.words()))
                .update();
    }

    /** Which versions were dealt with. */
    Map<UUID, Long> stamps(UUID remote, Way way) {
        Map<UUID, Long> stamps = new HashMap<>();
        jdbc.sql(
                        """
                        select event_uuid, stamp from exchange.misp_remote_event
                         where remote_id = :remote and way = :way
                        """)
                .param("remote", remote)
                .param("way", way.code())
                .query((row, n) ->
                        stamps.put(row.getObject("event_uuid", UUID.class), row.getLong("stamp")))
                .list();
        return stamps;
    }

    /** Notes what became of an event. */
    void note(UUID remote, Refused one) {
        String fault = MispEventStore.clean(one.fault());
        jdbc.sql(
                        """
                        insert into exchange.misp_remote_event (remote_id, way, event_uuid, stamp,
                          at, fault)
                        values (:remote, :way, :event, :stamp, :at, :fault)
                        on conflict (remote_id, way, event_uuid) do update
                           set stamp = excluded.stamp, at = excluded.at, fault = excluded.fault
                        """)
                .param("remote", remote)
                .param("way", one.way())
                .param("event", one.event())
                .param("stamp", one.stamp())
                .param("at", at(one.at()))
                .param("fault", fault.substring(0, Math.min(fault.length(), 500)))
                .update();
    }

    List<Refused> refused(UUID remote, int most) {
        return jdbc.sql(
                        """
                        select * from exchange.misp_remote_event
                         where remote_id = :remote and fault <> ''
                         order by at desc, way, event_uuid limit :most
                        """)
                .param("remote", remote)
                .param("most", most)
                .query((row, n) ->
                        new Refused(
                                row.getObject("event_uuid", UUID.class),
                                row.getString("way"),
                                row.getLong("stamp"),
                                Objects.requireNonNull(moment(row, "at")),
                                row.getString("fault")))
                .list();
    }

    /** How many events were taken, refused and pushed. */
    List<Integer> counts(UUID remote) {
        return jdbc.sql(
                        """
                        select count(*) filter (where way = 'in' and fault = '') as taken,
                               count(*) filter (where fault <> '') as refused,
                               count(*) filter (where way = 'out' and fault = '') as pushed
                          from exchange.misp_remote_event where remote_id = :remote
                        """)
                .param("remote", remote)
                .query((row, n) ->
                        List.of(row.getInt("taken"), row.getInt("refused"), row.getInt("pushed")))
                .single();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static MispRemote row(ResultSet row) throws SQLException {
        return new MispRemote(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getString("code"),
                row.getString("title"),
                row.getString("kind").equals("feed"),
                row.getString("address"),
                row.getObject("into_id", UUID.class),
                Handling.ofRank(row.getInt("ceiling")),
                row.getBoolean("pulls"),
                row.getBoolean("pushes"),
                Duration.ofMinutes(row.getInt("every_minutes")),
                row.getString("registrant"),
                moment(row, "admitted_at"),
                new MispRemote.State(
                        moment(row, "stopped_at"),
                        Objects.requireNonNull(moment(row, "next_at")),
                        moment(row, "succeeded_at"),
                        row.getInt("failures"),
                        row.getString("trouble"),
                        row.getString("trouble_words")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
