package az.qalxan.series;

import az.qalxan.access.Caller;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.reporting.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions about pairs and what took them back: rows are added, never changed. */
@Component
class DecisionStore {

    private static final String COLUMNS =
            """
            select d.id, d.one, d.other, d.verdict, d.reason, d.at, d.name, d.by_body,
              u.reason as undone_reason, u.at as undone_at, u.name as undone_name,
              u.by_body as undone_body
            from series.decision d left join series.decision_undone u on u.decision = d.id
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets decisions about that pair come one by one, until the running transaction ends. */
    void lock(ReportPair pair) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:pair, 0))")
                .param("pair", pair.first() + " " + pair.second())
                .query((row, number) -> true)
                .single();
    }

    Optional<SeriesDecision> inForce(ReportPair pair) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where d.one = :one and d.other = :other and u.decision is null
                                order by d.id desc limit 1
                                """)
                .param("one", pair.first())
                .param("other", pair.second())
                .query(DecisionStore::decision)
                .optional();
    }

    Optional<SeriesDecision> find(UUID id) {
        return jdbc.sql(COLUMNS + "where d.id = :id")
                .param("id", id)
                .query(DecisionStore::decision)
                .optional();
    }

    /** Decisions that name one of these reports, the newest first. */
    List<SeriesDecision> about(Collection<ReportId> reports) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where d.one = any (cast(:ids as uuid[]))
                                  or d.other = any (cast(:ids as uuid[]))
                                order by d.at desc, d.id desc limit 1000
                                """)
                .param("ids", Columns.text(reports, ReportId::value))
                .query(DecisionStore::decision)
                .list();
    }

    UUID add(ReportPair pair, LinkStanding verdict, Words words) {
        return jdbc.sql(
                        """
                        insert into series.decision (id, one, other, verdict, reason, at, name)
                        values (uuidv7(), :one, :other, :verdict, :reason, :at, :name)
                        returning id
                        """)
                .param("one", pair.first())
                .param("other", pair.second())
                .param("verdict", verdict.code())
                .param("reason", words.reason())
                .param("at", words.at().atOffset(ZoneOffset.UTC))
                .param("name", words.caller().name())
                .query(UUID.class)
                .single();
    }

    void undo(UUID decision, Words words) {
        jdbc.sql(
                        """
                        insert into series.decision_undone (decision, reason, at, name)
                        values (:decision, :reason, :at, :name)
                        """)
                .param("decision", decision)
                .param("reason", words.reason())
                .param("at", words.at().atOffset(ZoneOffset.UTC))
                .param("name", words.caller().name())
                .update();
    }

    /** Who says what and when. */
    record Words(Caller caller, String reason, Instant at) {}

    private static SeriesDecision decision(ResultSet row, int number) throws SQLException {
        return new SeriesDecision(
                row.getObject("id", UUID.class),
                new ReportId(row.getObject("one", UUID.class)),
                new ReportId(row.getObject("other", UUID.class)),
                LinkStanding.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("by_body"),
                undone(row));
    }

    private static SeriesDecision.@Nullable Undone undone(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("undone_at", OffsetDateTime.class);
        return at == null
                ? null
                : new SeriesDecision.Undone(
                        at.toInstant(),
                        row.getString("undone_name"),
                        row.getString("undone_body"),
                        row.getString("undone_reason"));
    }
}
