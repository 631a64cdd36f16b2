package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps decisions to give money back, and the shares of each victim. */
@Component
class ReturnStore {

    /** Shares that are read at once. */
    private static final int ROWS_MAX = 5_000;

    private final JdbcClient jdbc;

    ReturnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID freeze, ReturnDecision decision, Map<ReportId, ReportedLoss> victims) {
        String currency = decision.shares().getFirst().amount().currency();
        jdbc.sql(
                        """
                        insert into assets.return_decision (id, freeze_id, rule, currency, words,
                          decided_at, author)
                        values (:id, :freeze, :rule, :currency, :words, :at, :author)
                        """)
                .param("id", decision.id())
                .param("freeze", freeze)
                .param("rule", decision.rule().code())
                .param("currency", currency)
                .param("words", decision.words())
                .param("at", FreezeStore.utc(decision.decidedAt()))
                .param("author", decision.author())
                .update();
        List<ReturnShare> shares = decision.shares();
        List<ReportedLoss> whose =
                shares.stream()
                        .map(one -> Objects.requireNonNull(victims.get(one.report())))
                        .toList();
        jdbc.sql(
                        """
                        insert into assets.return_share (id, decision_id, report_id, reference,
                          amount, currency, decided_at, body, handling, compartment)
                        select id, :decision, report, reference, amount, :currency, :at, body,
                          handling, compartment
                        from unnest(cast(:id as uuid[]), cast(:report as uuid[]), :reference,
                            cast(:amount as numeric[]), :body, cast(:handling as smallint[]),
                            cast(:compartment as uuid[]))
                          as new (id, report, reference, amount, body, handling, compartment)
                        """)
                .param("decision", decision.id())
                .param("currency", currency)
                .param("at", FreezeStore.utc(decision.decidedAt()))
                .param("id", FreezeStore.column(shares, ReturnShare::id))
                .param("report", FreezeStore.column(shares, ReturnShare::report))
                .param("reference", FreezeStore.column(shares, ReturnShare::reference))
                .param(
                        "amount",
                        FreezeStore.column(shares, one -> one.amount().amount().toPlainString()))
                .param("body", FreezeStore.column(whose, ReportedLoss::body))
                .param("handling", FreezeStore.column(whose, ReportedLoss::handling))
                .param("compartment", FreezeStore.column(whose, ReportedLoss::compartment))
                .update();
    }

    /** The decisions about a freeze, newest first, with the shares that the caller may see. */
    List<ReturnDecision> of(UUID freeze) {
        List<ReturnDecision> decisions =
                jdbc.sql(
                                """
                                select id, rule, words, decided_at, author
                                from assets.return_decision where freeze_id = :freeze
                                order by decided_at desc, id limit :most
                                """)
                        .param("freeze", freeze)
                        .param("most", FreezeStore.ROWS_MAX)
                        .query(ReturnStore::decision)
                        .list();
        Map<UUID, List<ReturnShare>> shares =
                jdbc
                        .sql(
                                """
                                select * from assets.return_share
                                where decision_id = any (cast(:decisions as uuid[]))
                                order by reference limit :most
                                """)
                        .param("decisions", FreezeStore.column(decisions, ReturnDecision::id))
                        .param("most", ROWS_MAX)
                        .query(ReturnStore::share)
                        .stream()
                        .collect(Collectors.groupingBy(ReturnShare::decision));
        return decisions.stream()
                .map(one -> one.with(shares.getOrDefault(one.id(), List.of())))
                .toList();
    }

    Optional<ReturnShare> share(UUID id) {
        return jdbc.sql("select * from assets.return_share where id = :id")
                .param("id", id)
                .query(ReturnStore::share)
                .optional();
    }

    /** The freeze that a decision is about. */
    Optional<UUID> freezeOf(UUID decision) {
        return jdbc.sql("select freeze_id from assets.return_decision where id = :id")
                .param("id", decision)
                .query(UUID.class)
                .optional();
    }

    /** Ends a pending share; false when it was not pending any more. */
    boolean end(UUID share, String state, String document, Instant at) {
        return jdbc.sql(
                                """
                                update assets.return_share
                                set state = :state, document = :document, ended_at = :at
                                where id = :id and state = 'pending'
                                """)
                        .param("state", state)
                        .param("document", document)
                        .param("at", FreezeStore.utc(at))
                        .param("id", share)
                        .update()
                == 1;
    }

    private static ReturnDecision decision(ResultSet row, int number) throws SQLException {
        return new ReturnDecision(
                row.getObject(1, UUID.class),
                ReturnRule.of(row.getString(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                List.of());
    }

    private static ReturnShare share(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ReturnShare(
                row.getObject("id", UUID.class),
                row.getObject("decision_id", UUID.class),
                new ReportId(row.getObject("report_id", UUID.class)),
                row.getString("reference"),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("state"),
                row.getString("document"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
