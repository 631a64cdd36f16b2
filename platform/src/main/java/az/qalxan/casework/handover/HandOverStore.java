package az.qalxan.casework.handover;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps hand-overs; row-level security decides what of them each side still sees. */
@Component
class HandOverStore {

    private static final int ROWS_MAX = 200;
    private static final String SELECT =
            """
            select h.number, h.case_number, h.from_body, h.to_body, h.handling, h.offered_at,
              h.offerer, h.state, h.decided_at, h.decider, h.decision_words, h.lead
            from casework.hand_over h
            """;

    private final JdbcClient jdbc;

    HandOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores an offer; false when its number is taken or the case is on offer already. */
    boolean offer(CaseHead head, HandOver.Offered offer, Statement statement) {
        UUID id = UUID.randomUUID();
        HandOver.Terms terms = offer.terms();
        boolean stored =
                jdbc.sql(
                                        """
                                        insert into casework.hand_over (id, number, case_id,
                                          case_number, from_body, to_body, handling, compartment,
                                          state, offered_at, offerer)
                                        values (:id, :number, :case, :case_number, :from, :to,
                                          :handling, cast(:compartment as uuid), 'offered', :at,
                                          :offerer)
                                        on conflict do nothing
                                        """)
                                .param("id", id)
                                .param("number", terms.number().value())
                                .param("case", head.id())
                                .param("case_number", head.number().value())
                                .param("from", terms.from().value())
                                .param("to", terms.to().value())
                                .param("handling", terms.handling().rank())
                                .param("compartment", compartment(head))
                                .param("at", utc(terms.offeredAt()))
                                .param("offerer", terms.offerer())
                                .update()
                        == 1;
        if (stored) {
            state(id, statement);
        }
        return stored;
    }

    private static @Nullable String compartment(CaseHead head) {
        var compartment = head.compartment();
        return compartment == null ? null : compartment.toString();
    }

    private void state(UUID id, Statement statement) {
        jdbc.sql(
                        """
                        insert into casework.hand_over_statement (hand_over, summary, articles,
                          reports, reason, legal_basis)
                        values (:id, :summary, :articles, :reports, :reason, :basis)
                        """)
                .param("id", id)
                .param("summary", statement.summary())
                .param("articles", statement.articles().toArray(String[]::new))
                .param("reports", statement.reports())
                .param("reason", statement.reason())
                .param("basis", statement.legalBasis())
                .update();
    }

    /** Stores a refusal or a withdrawal; false when somebody decided first. */
    boolean decide(HandOver.Terms terms, String state, HandOver.Decision decision, String words) {
        return jdbc.sql(
                                """
                                update casework.hand_over
                                set state = :state, decided_at = :at,
                                    decided_by = database.caller_account(), decider = :decider,
                                    decision_words = :words
                                where number = :number and state = 'offered'
                                """)
                        .param("state", state)
                        .param("at", utc(decision.at()))
                        .param("decider", decision.decider())
                        .param("words", words)
                        .param("number", terms.number().value())
                        .update()
                == 1;
    }

    /** What moved with a case. */
    record Moved(boolean secluded, List<ReportId> reports) {

        Moved {
            reports = List.copyOf(reports);
        }
    }

    /** Takes the case over with all that belongs to it; empty when somebody decided first. */
    Optional<Moved> accept(HandOver.Accepted accepted, String leadAccount) {
        return jdbc.sql(
                        """
                        select secluded, reports
                        from casework.accept_hand_over(:number, :account, :lead, :by, :at)
                        """)
                .param("number", accepted.terms().number().value())
                .param("account", leadAccount)
                .param("lead", accepted.lead())
                .param("by", accepted.decision().decider())
                .param("at", utc(accepted.decision().at()))
                .query((row, n) ->
                        new Moved(
                                row.getBoolean(1),
                                Stream.of((UUID[]) row.getArray(2).getArray())
                                        .map(ReportId::new)
                                        .toList()))
                .optional();
    }

    Optional<HandOver> find(HandOverNumber number) {
        return jdbc.sql(SELECT + "where h.number = :number")
                .param("number", number.value())
                .query(HandOverStore::handOver)
                .optional();
    }

    /** The statement of a hand-over, as long as the caller may read it. */
    Optional<Statement> statement(HandOverNumber number) {
        return jdbc.sql(
                        """
                        select s.summary, s.articles, s.reports, s.reason, s.legal_basis
                        from casework.hand_over_statement s
                        join casework.hand_over h on h.id = s.hand_over
                        where h.number = :number
                        """)
                .param("number", number.value())
                .query((row, n) ->
                        new Statement(
                                row.getString(1),
                                List.of((String[]) row.getArray(2).getArray()),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5)))
                .optional();
    }

    /** The hand-overs that come to that body, or go from it, the newest first. */
    List<HandOver> of(BodyCode body, boolean incoming) {
        return jdbc.sql(
                        SELECT
                                + (incoming
                                        ? "where h.to_body = :body "
                                        : "where h.from_body = :body ")
                                + "order by h.state <> 'offered', h.offered_at desc limit :most")
                .param("body", body.value())
                .param("most", ROWS_MAX)
                .query(HandOverStore::handOver)
                .list();
    }

    /** The hand-overs of a case that the caller may know of, the newest first. */
    List<HandOver> of(CaseNumber number) {
        return jdbc.sql(
                        SELECT
                                + "where h.case_number = :number order by h.offered_at desc"
                                + " limit :most")
                .param("number", number.value())
                .param("most", ROWS_MAX)
                .query(HandOverStore::handOver)
                .list();
    }

    long waiting(BodyCode receiver) {
        return jdbc.sql(
                        """
                        select count(*) from casework.hand_over
                        where to_body = :body and state = 'offered'
                        """)
                .param("body", receiver.value())
                .query(Long.class)
                .single();
    }

    private static HandOver handOver(ResultSet row, int n) throws SQLException {
        HandOver.Terms terms =
                new HandOver.Terms(
                        new HandOverNumber(row.getString(1)),
                        new CaseNumber(row.getString(2)),
                        new BodyCode(row.getString(3)),
                        new BodyCode(row.getString(4)),
                        Handling.ofRank(row.getInt(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7));
        HandOver.Offered offered = new HandOver.Offered(terms);
        String state = row.getString(8);
        if (state.equals("offered")) {
            return offered;
        }
        HandOver.Decision decision =
                new HandOver.Decision(
                        row.getString(10), row.getObject(9, OffsetDateTime.class).toInstant());
        return switch (state) {
            case "accepted" -> offered.accept(decision, row.getString(12));
            case "refused" -> offered.refuse(decision, row.getString(11));
            case "withdrawn" -> offered.withdraw(decision);
            default -> throw new IllegalStateException("an unknown state is stored: " + state);
        };
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
