package az.qalxan.casework.sight;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps requests to break the glass, and who has taken note of those that were approved. */
@Component
class BreakGlassStore {

    private static final int ROWS_MAX = 100;
    private static final String SELECT =
            """
            select b.id, b.case_number, b.account, b.name, b.reason, b.asked_at, b.state, b.decider,
              b.decided_at, b.decision_words, b.until
            from casework.break_glass b
            """;
    private static final String UNSEEN =
            """
            b.state = 'approved' and not exists (
              select from casework.alarm_seen s
              where s.break_glass = b.id and s.account = :account)
            """;
    private static final String LED =
            """
            exists (select from casework.member m
              where m.case_id = b.case_id and m.account = :account and m.lead
                and m.left_at is null)
            """;

    private final JdbcClient jdbc;

    BreakGlassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(BreakGlass asked) {
        jdbc.sql(
                        """
                        insert into casework.break_glass (id, case_number, name, reason, asked_at)
                        values (:id, :number, :name, :reason, :at)
                        """)
                .param("id", asked.id())
                .param("number", asked.caseNumber())
                .param("name", asked.name())
                .param("reason", asked.reason())
                .param("at", utc(asked.askedAt()))
                .update();
    }

    /** What the second person says and until when it holds. */
    record Consent(UUID id, String decider, String words, Instant at, Instant until) {}

    /** Approves; false when somebody decided first, or when it is not the caller's to decide. */
    boolean approve(Consent consent) {
        return jdbc.sql("select casework.approve_break_glass(:id, :decider, :words, :at, :until)")
                .param("id", consent.id())
                .param("decider", consent.decider())
                .param("words", consent.words())
                .param("at", utc(consent.at()))
                .param("until", utc(consent.until()))
                .query(Boolean.class)
                .single();
    }

    boolean refuse(UUID id, String decider, String words, Instant at) {
        return jdbc.sql(
                                """
                                update casework.break_glass
                                set state = 'refused', decided_at = :at,
                                    decided_by = database.caller_account(), decider = :decider,
                                    decision_words = :words
                                where id = :id and state = 'asked'
                                """)
                        .param("at", utc(at))
                        .param("decider", decider)
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The person's own requests, the newest first. */
    List<BreakGlass> askedBy(Caller caller) {
        return jdbc.sql(SELECT + "where b.account = :account order by b.asked_at desc limit :most")
                .param("account", caller.account().toString())
                .param("most", ROWS_MAX)
                .query(BreakGlassStore::row)
                .list();
    }

    /** Requests of the caller's body that wait for a second person, the oldest first. */
    List<BreakGlass> waitingFor(Caller caller, Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                where b.state = 'asked' and b.body = :body
                                  and b.account <> :account and b.asked_at > :since
                                order by b.asked_at limit :most
                                """)
                .param("body", caller.body().value())
                .param("account", caller.account().toString())
                .param("since", utc(now.minus(BreakGlass.WAITS)))
                .param("most", ROWS_MAX)
                .query(BreakGlassStore::row)
                .list();
    }

    /** Approved ones of cases that the caller leads and has not taken note of. */
    List<BreakGlass> alarms(Caller caller) {
        return alarms(LED + " and " + UNSEEN, caller);
    }

    /** Approved ones that an auditor has not taken note of. */
    List<BreakGlass> alarmsForAuditor(Caller caller) {
        return alarms(UNSEEN, caller);
    }

    private List<BreakGlass> alarms(String condition, Caller caller) {
        return jdbc.sql(SELECT + "where " + condition + " order by b.decided_at desc limit :most")
                .param("account", caller.account().toString())
                .param("most", ROWS_MAX)
                .query(BreakGlassStore::row)
                .list();
    }

    /** Every approved one that the caller may know of, the newest first. */
    List<BreakGlass> approved() {
        return jdbc.sql(
                        SELECT
                                + "where b.state = 'approved' order by b.decided_at desc limit"
                                + " :most")
                .param("most", ROWS_MAX)
                .query(BreakGlassStore::row)
                .list();
    }

    /** How often the glass of that case was broken, the newest first. */
    List<BreakGlass> of(CaseHead head) {
        return jdbc.sql(
                        SELECT
                                + """
                                where b.case_id = :case and b.state = 'approved'
                                order by b.decided_at desc limit :most
                                """)
                .param("case", head.id())
                .param("most", ROWS_MAX)
                .query(BreakGlassStore::row)
                .list();
    }

    boolean take(UUID id, Instant at) {
        return jdbc.sql(
                                """
                                insert into casework.alarm_seen (break_glass, at)
                                select b.id, :at from casework.break_glass b
                                where b.id = :id and b.state = 'approved'
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    private static BreakGlass row(ResultSet row, int n) throws SQLException {
        return new BreakGlass(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                decision(row));
    }

    private static BreakGlass.Decision decision(ResultSet row) throws SQLException {
        String state = row.getString(7);
        return switch (state) {
            case "asked" -> new BreakGlass.Decision.Pending();
            case "approved" ->
                    new BreakGlass.Decision.Approved(
                            row.getString(8),
                            row.getObject(9, OffsetDateTime.class).toInstant(),
                            row.getObject(11, OffsetDateTime.class).toInstant());
            case "refused" ->
                    new BreakGlass.Decision.Refused(
                            row.getString(8),
                            row.getObject(9, OffsetDateTime.class).toInstant(),
                            row.getString(10));
            default -> throw new IllegalStateException("an unknown state is stored: " + state);
        };
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
