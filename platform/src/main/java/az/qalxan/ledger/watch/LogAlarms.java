package az.qalxan.ledger.watch;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Raises alarms about the log and keeps them until somebody takes note. */
@Component
class LogAlarms {

    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LogAlarms(JdbcClient jdbc, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An alarm.
     *
     * @param seenAt empty until somebody took note
     */
    record Alarm(
            UUID id,
            String kind,
            String about,
            String detail,
            Instant raisedAt,
            Instant lastAt,
            int times,
            Optional<Instant> seenAt,
            String seenBy) {}

    /** Raises an alarm, or counts one more of which nobody has taken note; the system's. */
    void raise(AlarmKind kind, String about, String detail) {
        boolean fresh =
                jdbc.sql(
                                """
                                insert into ledger.alarm (
                                  id, kind, about, detail, raised_at, last_at)
                                values (:id, :kind, :about, :detail, :at, :at)
                                on conflict (kind, about) where seen_at is null
                                do update set last_at = excluded.last_at,
                                  times = ledger.alarm.times + 1
                                returning times = 1
                                """)
                        .param("id", UUID.randomUUID())
                        .param("kind", kind.code())
                        .param("about", about)
                        .param("detail", detail)
                        .param("at", now())
                        .query(Boolean.class)
                        .single();
        if (fresh) {
            audit.record(
                    LedgerAct.ALARM_RAISED,
                    AuditSubject.of("log", about),
                    Map.of("reason", kind.code()));
            events.publishEvent(new LogAlarm(kind.code(), about));
        }
    }

    /** Those of which nobody took note first, then the latest. */
    List<Alarm> all() {
        return jdbc.sql(
                        """
                        select id, kind, about, detail, raised_at, last_at, times, seen_at,
                          coalesce(seen_by, '')
                        from ledger.alarm
                        order by seen_at is not null, last_at desc, id limit :most
                        """)
                .param("most", ROWS_MAX)
                .query(LogAlarms::alarm)
                .list();
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        return new Alarm(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getInt(7),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString(9));
    }

    /** Takes note; false when somebody did before. */
    boolean note(UUID id, String name) {
        boolean noted =
                jdbc.sql(
                                        """
                                        update ledger.alarm set seen_at = :at, seen_by = :name
                                        where id = :id and seen_at is null
                                        """)
                                .param("at", now())
                                .param("name", name)
                                .param("id", id)
                                .update()
                        == 1;
        if (noted) {
            audit.record(LedgerAct.ALARM_NOTED, AuditSubject.of("log", id));
        }
        return noted;
    }

    /** Takes note of what says that the log stopped, because it goes on. */
    void goOn(String name) {
        jdbc.sql(
                        """
                        update ledger.alarm set seen_at = :at, seen_by = :name
                        where seen_at is null and kind = any (:kinds)
                        """)
                .param("at", now())
                .param("name", name)
                .param(
                        "kinds",
                        Stream.of(AlarmKind.FORK, AlarmKind.GAP, AlarmKind.HELD)
                                .map(AlarmKind::code)
                                .toArray(String[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
