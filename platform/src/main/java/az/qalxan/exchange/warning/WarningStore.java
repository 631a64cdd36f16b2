package az.qalxan.exchange.warning;

import az.qalxan.access.Handling;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps warnings, who approved them and how they moved. */
@Component
class WarningStore {

    static final int ROWS_MAX = 200;
    private static final String SELECT =
            """
            select w.id, w.number, w.body, w.drill, w.kind, w.refers, w.handling, w.event,
              w.severity, w.urgency, w.certainty, w.headline_az, w.text_az, w.advice_az,
              w.headline_en, w.text_en, w.advice_en, w.hours, w.everyone, w.sectors, w.bodies,
              w.regions, w.state, w.round, w.ack_minutes, w.made_at, w.made_by, w.account,
              w.asked_at, w.lane, w.released_at, w.released_by, w.released_account, w.second_due,
              w.second_at, w.second_by, w.second_agrees, w.second_late
            from exchange.warning w
            """;

    private final JdbcClient jdbc;

    WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Warning one) {
        said(
                        jdbc.sql(
                                """
                                insert into exchange.warning (id, number, drill, kind, refers,
                                  handling, event, severity, urgency, certainty, headline_az,
                                  text_az, advice_az, headline_en, text_en, advice_en, hours,
                                  everyone, sectors, bodies, regions, ack_minutes, made_at, made_by)
                                values (:id, :number, :drill, :kind, :refers, :handling, :event,
                                  :severity, :urgency, :certainty, :headlineAz, :textAz, :adviceAz,
                                  :headlineEn, :textEn, :adviceEn, :hours, :everyone, :sectors,
                                  :bodies, :regions, :ack, :at, :by)
                                """),
                        one)
                .param("number", one.number())
                .param("drill", one.drill())
                .param("kind", one.kind().code())
                .param("refers", one.refers())
                .param("at", utc(one.course().madeAt()))
                .param("by", one.course().madeBy())
                .update();
    }

    /** Changes a draft; the answer is whether it still was one. */
    boolean change(Warning one) {
        return said(
                                jdbc.sql(
                                        """
                                        update exchange.warning set handling = :handling,
                                          event = :event, severity = :severity,
                                          urgency = :urgency, certainty = :certainty,
                                          headline_az = :headlineAz, text_az = :textAz,
                                          advice_az = :adviceAz, headline_en = :headlineEn,
                                          text_en = :textEn, advice_en = :adviceEn,
                                          hours = :hours, everyone = :everyone,
                                          sectors = :sectors, bodies = :bodies,
                                          regions = :regions, ack_minutes = :ack
                                        where id = :id and state = 'draft'
                                        """),
                                one)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, Warning one) {
        Warning.Said said = one.said();
        return statement
                .param("id", one.id())
                .param("handling", said.handling().rank())
                .param("event", said.event())
                .param("severity", said.severity())
                .param("urgency", said.urgency())
                .param("certainty", said.certainty())
                .param("headlineAz", said.az().headline())
                .param("textAz", said.az().text())
                .param("adviceAz", said.az().advice())
                .param("headlineEn", said.en().headline())
                .param("textEn", said.en().text())
                .param("adviceEn", said.en().advice())
                .param("hours", said.hours())
                .param("everyone", one.audience().everyone())
                .param("sectors", one.audience().sectors().toArray(String[]::new))
                .param("bodies", one.audience().bodies().toArray(String[]::new))
                .param("regions", one.audience().regions().toArray(String[]::new))
                .param("ack", one.course().ackMinutes());
    }

    Optional<Warning> find(String number) {
        return jdbc.sql(SELECT + " where w.number = :number")
                .param("number", number)
                .query(WarningStore::warning)
                .optional();
    }

    Optional<Warning> find(UUID id) {
        return jdbc.sql(SELECT + " where w.id = :id")
                .param("id", id)
                .query(WarningStore::warning)
                .optional();
    }

    /** The warning, locked until the transaction ends. */
    Optional<Warning> locked(String number) {
        return jdbc.sql(SELECT + " where w.number = :number for update")
                .param("number", number)
                .query(WarningStore::warning)
                .optional();
    }

    /** What was said after that warning about the same, the newest first. */
    List<Warning> followers(UUID id) {
        return jdbc.sql(SELECT + " where w.refers = :id order by w.made_at desc limit :most")
                .param("id", id)
                .param("most", ROWS_MAX)
                .query(WarningStore::warning)
                .list();
    }

    /** What the body itself writes and wrote, the newest first. */
    List<Warning> of(String body) {
        return jdbc.sql(SELECT + " where w.body = :body order by w.made_at desc limit :most")
                .param("body", body)
                .param("most", ROWS_MAX)
                .query(WarningStore::warning)
                .list();
    }

    /** What others sent that the caller may see, the newest first. */
    List<Warning> ofOthers(String body) {
        return jdbc.sql(
                        SELECT
                                + """
                                where w.body <> :body and w.state = 'released'
                                order by w.released_at desc limit :most
                                """)
                .param("body", body)
                .param("most", ROWS_MAX)
                .query(WarningStore::warning)
                .list();
    }

    boolean ask(UUID id, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.warning set state = 'waiting', asked_at = :at
                                where id = :id and state = 'draft'
                                """)
                        .param("at", utc(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Back to its writer; approvals that were given no longer count. */
    boolean sendBack(UUID id) {
        return jdbc.sql(
                                """
                                update exchange.warning
                                set state = 'draft', round = round + 1, asked_at = null
                                where id = :id and state = 'waiting'
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean withdraw(UUID id) {
        return jdbc.sql(
                                """
                                update exchange.warning set state = 'withdrawn'
                                where id = :id and state = 'draft'
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Who lets it out, by which lane. */
    record Release(String lane, String by, Instant at, @Nullable Instant secondDue) {}

    boolean release(UUID id, Release how) {
        return jdbc.sql(
                                """
                                update exchange.warning set state = 'released', lane = :lane,
                                  released_at = :at, released_by = :by,
                                  released_account = database.caller_account(),
                                  second_due = :due
                                where id = :id and state in ('draft', 'waiting')
                                """)
                        .param("lane", how.lane())
                        .param("at", utc(how.at()))
                        .param("by", how.by())
                        .param("due", how.secondDue() == null ? null : utc(how.secondDue()))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean second(UUID id, String by, boolean agrees, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.warning set second_at = :at, second_by = :by,
                                  second_account = database.caller_account(),
                                  second_agrees = :agrees
                                where id = :id and lane = 'fast' and second_at is null
                                """)
                        .param("at", utc(at))
                        .param("by", by)
                        .param("agrees", agrees)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Marks and gives those at which nobody else looked in time. */
    List<UUID> secondsMissing(Instant now) {
        return jdbc.sql(
                        """
                        update exchange.warning set second_late = true
                        where second_due <= :now and second_at is null and not second_late
                        returning id
                        """)
                .param("now", utc(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What somebody said when asked to approve. */
    record Signature(String account, String name, Instant at, boolean approves, String words) {}

    void sign(Warning one, String name, Signature signature) {
        jdbc.sql(
                        """
                        insert into exchange.warning_signature (
                          warning_id, round, name, at, approves, words)
                        values (:warning, :round, :name, :at, :approves, :words)
                        """)
                .param("warning", one.id())
                .param("round", one.round())
                .param("name", name)
                .param("at", utc(signature.at()))
                .param("approves", signature.approves())
                .param("words", signature.words())
                .update();
    }

    List<Signature> signatures(UUID warning, int round) {
        return jdbc.sql(
                        """
                        select account, name, at, approves, words from exchange.warning_signature
                        where warning_id = :warning and round = :round order by at
                        """)
                .param("warning", warning)
                .param("round", round)
                .query((row, number) ->
                        new Signature(
                                row.getString(1),
                                row.getString(2),
                                moment(row, 3),
                                row.getBoolean(4),
                                row.getString(5)))
                .list();
    }

    /** Whoever wrote or changed it: their approval does not count. */
    Set<String> writers(UUID warning) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select account from exchange.warning where id = :warning
                                union select account from exchange.warning_step
                                where warning_id = :warning and kind in ('written', 'changed')
                                """)
                        .param("warning", warning)
                        .query(String.class)
                        .list());
    }

    /** A step of a warning; key {@code warning.step.<kind>}. */
    record Step(Instant at, String kind, String author, String detail, String words) {}

    void step(UUID warning, Step step) {
        jdbc.sql(
                        """
                        insert into exchange.warning_step (
                          warning_id, at, kind, author, detail, words)
                        values (:warning, :at, :kind, :author, :detail, :words)
                        """)
                .param("warning", warning)
                .param("at", utc(step.at()))
                .param("kind", step.kind())
                .param("author", step.author())
                .param("detail", step.detail())
                .param("words", step.words())
                .update();
    }

    List<Step> steps(UUID warning) {
        return jdbc.sql(
                        """
                        select at, kind, author, detail, words from exchange.warning_step
                        where warning_id = :warning order by id limit 500
                        """)
                .param("warning", warning)
                .query((row, number) ->
                        new Step(
                                moment(row, 1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                .list();
    }

    private static Warning warning(ResultSet row, int number) throws SQLException {
        return new Warning(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("body"),
                row.getBoolean("drill"),
                WarningKind.of(row.getString("kind")),
                row.getObject("refers", UUID.class),
                said(row),
                new Warning.Audience(
                        row.getBoolean("everyone"),
                        texts(row.getArray("sectors")),
                        texts(row.getArray("bodies")),
                        texts(row.getArray("regions"))),
                row.getString("state"),
                row.getInt("round"),
                course(row));
    }

    private static Warning.Said said(ResultSet row) throws SQLException {
        return new Warning.Said(
                Handling.ofRank(row.getInt("handling")),
                row.getString("event"),
                row.getString("severity"),
                row.getString("urgency"),
                row.getString("certainty"),
                new Warning.Wording(
                        row.getString("headline_az"),
                        row.getString("text_az"),
                        row.getString("advice_az")),
                new Warning.Wording(
                        row.getString("headline_en"),
                        row.getString("text_en"),
                        row.getString("advice_en")),
                row.getInt("hours"));
    }

    private static Warning.Course course(ResultSet row) throws SQLException {
        Instant due = momentOrNone(row, row.findColumn("second_due"));
        String lane = row.getString("lane");
        return new Warning.Course(
                row.getInt("ack_minutes"),
                moment(row, row.findColumn("made_at")),
                row.getString("made_by"),
                row.getString("account"),
                momentOrNone(row, row.findColumn("asked_at")),
                lane == null ? "" : lane,
                momentOrNone(row, row.findColumn("released_at")),
                row.getString("released_by"),
                row.getString("released_account"),
                due == null
                        ? null
                        : new Warning.Second(
                                due,
                                momentOrNone(row, row.findColumn("second_at")),
                                row.getString("second_by"),
                                row.getBoolean("second_agrees"),
                                row.getBoolean("second_late")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(momentOrNone(row, column));
    }

    static @Nullable Instant momentOrNone(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
