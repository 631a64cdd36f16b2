package az.qalxan.deconfliction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads holds and alarms for people, and keeps their decisions. */
@Component
class HoldStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    HoldStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A source beyond its budget.
     *
     * @param account empty for what reached the body from outside
     * @param why message key {@code hold.why.<why>}
     * @param state open, released or rejected; message key {@code hold.state.<state>}
     * @param decidedAt null while it is open
     */
    record Hold(
            UUID id,
            String account,
            String body,
            LocalDate day,
            String why,
            Instant openedAt,
            String state,
            String decider,
            @Nullable Instant decidedAt,
            String words) {

        boolean open() {
            return state.equals("open");
        }
    }

    private static final String SELECT =
            """
            select id, account, body, day, why, opened_at, state, coalesce(decider, ''), decided_at,
              words
            from deconfliction.hold
            """;

    /** The holds that the caller may see: the open ones, then the latest. */
    List<Hold> holds(int most) {
        return jdbc.sql(SELECT + "order by state = 'open' desc, opened_at desc, id limit :most")
                .param("most", most)
                .query(HoldStore::hold)
                .list();
    }

    Optional<Hold> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(HoldStore::hold)
                .optional();
    }

    private static Hold hold(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        @Nullable OffsetDateTime decided = row.getObject(9, OffsetDateTime.class);
        return new Hold(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                decided == null ? null : decided.toInstant(),
                row.getString(10));
    }

    /** What a second person says about a hold. */
    record Decision(String answer, String name, String words, LocalDate today) {}

    /** False when it is decided already, one's own, or not there. */
    boolean decide(UUID id, Decision decision) {
        return jdbc.sql(
                        """
                        select deconfliction.decide_hold(
                          :id, :answer, :name, :words, :at, :today)
                        """)
                .param("id", id)
                .param("answer", decision.answer())
                .param("name", decision.name())
                .param("words", decision.words())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", decision.today())
                .query(Boolean.class)
                .single();
    }

    /**
     * An alarm.
     *
     * @param body the body that is told
     * @param from the body of the source
     * @param seenAt null until somebody of the body took note
     */
    record Alarm(UUID hold, String body, String from, Instant raisedAt, @Nullable Instant seenAt) {}

    /** The alarms that the caller may see: those nobody took note of, then the latest. */
    List<Alarm> alarms(int most) {
        return jdbc.sql(
                        """
                        select a.hold_id, a.body, deconfliction.hold_body(a.hold_id), a.raised_at,
                          a.seen_at
                        from deconfliction.alarm a
                        order by a.seen_at is not null, a.raised_at desc, a.hold_id limit :most
                        """)
                .param("most", most)
                .query((row, number) -> {
                    @Nullable OffsetDateTime seen = row.getObject(5, OffsetDateTime.class);
                    return new Alarm(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            seen == null ? null : seen.toInstant());
                })
                .list();
    }

    boolean take(UUID hold, String body, String name) {
        return jdbc.sql(
                                """
                                update deconfliction.alarm set seen_at = :at, seen_by = :name
                                where hold_id = :hold and body = :body and seen_at is null
                                """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("name", name)
                        .param("hold", hold)
                        .param("body", body)
                        .update()
                == 1;
    }

    /** How many holds wait for the caller's decision, and how many alarms for a note. */
    record Waiting(int holds, int alarms) {}

    Waiting waiting(String body) {
        return jdbc.sql(
                        """
                        select
                          (select count(*) from deconfliction.hold
                            where state = 'open' and body = :body),
                          (select count(*) from deconfliction.alarm
                            where seen_at is null and body = :body)
                        """)
                .param("body", body)
                .query((row, number) -> new Waiting(row.getInt(1), row.getInt(2)))
                .single();
    }
}
