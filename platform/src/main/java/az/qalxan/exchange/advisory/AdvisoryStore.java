package az.qalxan.exchange.advisory;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps advisories that are worked on, and who approved them. */
@Component
class AdvisoryStore {

    static final int ROWS_MAX = 200;
    private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};
    private static final String SELECT =
            """
            select id, number, body, handling, said, state, round, edition, made_at, changed_at,
              made_by, account
            from exchange.advisory
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    AdvisoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Advisory one) {
        said(
                        jdbc.sql(
                                """
                                insert into exchange.advisory (id, number, handling, title, said,
                                  made_at, changed_at, made_by)
                                values (:id, :number, :handling, :title,
                                  cast(:said as jsonb), :made, :at, :by)
                                """),
                        one)
                .param("number", one.number())
                .param("made", utc(one.course().madeAt()))
                .update();
    }

    /** Changes a draft; the answer is whether it still was one. */
    boolean change(Advisory one) {
        return said(
                                jdbc.sql(
                                        """
                                        update exchange.advisory set handling = :handling,
                                          title = :title, said = cast(:said as jsonb),
                                          changed_at = :at, made_by = :by,
                                          account = database.caller_account()
                                        where id = :id and state = 'draft'
                                        """),
                                one)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(JdbcClient.StatementSpec statement, Advisory one) {
        return statement
                .param("id", one.id())
                .param("handling", one.handling().rank())
                .param("title", one.title())
                .param("said", json.writeValueAsString(one.said().values()))
                .param("at", utc(one.course().changedAt()))
                .param("by", one.course().madeBy());
    }

    Optional<Advisory> find(String number) {
        return jdbc.sql(SELECT + " where number = :number")
                .param("number", number)
                .query(this::advisory)
                .optional();
    }

    /** The advisory, locked until the transaction ends. */
    Optional<Advisory> locked(String number) {
        return jdbc.sql(SELECT + " where number = :number for update")
                .param("number", number)
                .query(this::advisory)
                .optional();
    }

    /** What the body works on and released, the last changed first. */
    List<Advisory> of(String body) {
        return jdbc.sql(
                        SELECT
                                + """
                                where body = :body and state <> 'withdrawn'
                                order by changed_at desc, id limit :most
                                """)
                .param("body", body)
                .param("most", ROWS_MAX)
                .query(this::advisory)
                .list();
    }

    /** Moves it from one state to another; the answer is whether it stood there. */
    boolean move(UUID id, String from, String to, Instant at) {
        return jdbc.sql(
                                """
                                update exchange.advisory set state = :to, changed_at = :at,
                                  round = round + case when :to = 'draft' then 1 else 0 end,
                                  edition = edition + case when :to = 'released' then 1 else 0 end
                                where id = :id and state = :from
                                """)
                        .param("to", to)
                        .param("at", utc(at))
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    /** What somebody said when asked to approve. */
    record Signature(String account, String name, Instant at, boolean approves, String words) {}

    void sign(Advisory one, Signature signature) {
        jdbc.sql(
                        """
                        insert into exchange.advisory_signature (
                          advisory_id, round, name, at, approves, words)
                        values (:advisory, :round, :name, :at, :approves, :words)
                        """)
                .param("advisory", one.id())
                .param("round", one.round())
                .param("name", signature.name())
                .param("at", utc(signature.at()))
                .param("approves", signature.approves())
                .param("words", signature.words())
                .update();
    }

    /** Of one round, in their order. */
    List<Signature> signatures(UUID advisory, int round) {
        return jdbc.sql(
                        """
                        select account, name, at, approves, words from exchange.advisory_signature
                        where advisory_id = :advisory and round = :round order by at, account
                        """)
                .param("advisory", advisory)
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

    private Advisory advisory(ResultSet row, int number) throws SQLException {
        return new Advisory(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Handling.ofRank(row.getInt(4)),
                new AdvisoryForm(json.readValue(row.getString(5), VALUES)),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                new Advisory.Course(
                        moment(row, 9), moment(row, 10), row.getString(11), row.getString(12)));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }
}
