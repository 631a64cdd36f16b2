package az.qalxan.transmission;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps alarms until somebody takes note. */
@Component
class AlarmStore {

    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    AlarmStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True when it is a new alarm, false when one more was counted. */
    boolean raise(Alarms.Raised alarm) {
        return jdbc.sql(
                        """
                        insert into transmission.key_alarm (
                          id, owner, fingerprint, reason, detail, raised_at, last_at)
                        values (:id, :owner, :fingerprint, :reason, :detail, :at, :at)
                        on conflict (owner, fingerprint, reason) where seen_at is null
                        do update set last_at = excluded.last_at,
                          times = transmission.key_alarm.times + 1
                        returning times = 1
                        """)
                .param("id", UUID.randomUUID())
                .param("owner", alarm.owner())
                .param("fingerprint", alarm.fingerprint())
                .param("reason", alarm.reason())
                .param("detail", alarm.detail())
                .param("at", now())
                .query(Boolean.class)
                .single();
    }

    boolean known(Alarms.Raised alarm) {
        return jdbc.sql(
                        """
                        select exists (select from transmission.key_alarm
                          where owner = :owner and fingerprint = :fingerprint
                            and reason = :reason)
                        """)
                .param("owner", alarm.owner())
                .param("fingerprint", alarm.fingerprint())
                .param("reason", alarm.reason())
                .query(Boolean.class)
                .single();
    }

    /**
     * An alarm.
     *
     * @param seenBy empty until somebody took note
     */
    record Alarm(
            UUID id,
            String owner,
            String fingerprint,
            String reason,
            String detail,
            Instant raisedAt,
            Instant lastAt,
            int times,
            @Nullable Instant seenAt,
            String seenBy) {}

    /** Those of which nobody took note first, then the latest. */
    List<Alarm> all() {
        return jdbc.sql(
                        """
                        select id, owner, fingerprint, reason, detail, raised_at, last_at, times,
                          seen_at, coalesce(seen_by, '')
                        from transmission.key_alarm
                        order by seen_at is not null, last_at desc, id limit :most
                        """)
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Alarm(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getInt(8),
                                PeerStore.instant(row.getObject(9, OffsetDateTime.class)),
                                row.getString(10)))
                .list();
    }

    int open() {
        return jdbc.sql("select count(*) from transmission.key_alarm where seen_at is null")
                .query(Integer.class)
                .single();
    }

    boolean note(UUID id, String name) {
        return jdbc.sql(
                                """
                                update transmission.key_alarm set seen_at = :at, seen_by = :name
                                where id = :id and seen_at is null
                                """)
                        .param("at", now())
                        .param("name", name)
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
