package az.qalxan.strategy.report;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.strategy.ReportPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps issued reports. */
@Component
class PlanReportStore {

    static final int LISTED_MAX = 400;

    private static final String COLUMNS =
            "id, number, period, body, issue, as_of, sha256, handling, reason, issued_at, author,"
                    + " issuer";

    private final JdbcClient jdbc;

    PlanReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A print of a report. */
    record Print(byte[] pdf, String sha256, String signer, String fingerprint, boolean trial) {}

    /** Numbers follow each other without gaps: one report is issued at a time. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('strategy.report', 0))")
                .query(row -> {});
    }

    long nextNumber() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from strategy.report")
                .query(Long.class)
                .single();
    }

    int nextIssue(ReportKey key) {
        return jdbc.sql(
                        """
                        select coalesce(max(issue), 0) + 1 from strategy.report
                        where period = :period and body is not distinct from :body
                        """)
                .param("period", key.period().code())
                .param("body", body(key))
                .query(Integer.class)
                .single();
    }

    void insert(IssuedReport report, String content) {
        jdbc.sql(
                        """
                        insert into strategy.report (id, number, period, body, issue, as_of,
                          content, sha256, handling, reason, issued_at, author, issuer)
                        values (:id, :number, :period, :body, :issue, :as_of, :content, :sha256,
                          :handling, :reason, :issued_at, :author, :issuer)
                        """)
                .param("id", report.id())
                .param("number", report.number())
                .param("period", report.key().period().code())
                .param("body", body(report.key()))
                .param("issue", report.issue())
                .param("as_of", report.asOf().atOffset(ZoneOffset.UTC))
                .param("content", content)
                .param("sha256", report.sha256())
                .param("handling", report.handling().rank())
                .param("reason", report.reason())
                .param("issued_at", report.issuedAt().atOffset(ZoneOffset.UTC))
                .param("author", report.author())
                .param("issuer", report.issuer())
                .update();
    }

    void insert(UUID report, String language, Print print) {
        jdbc.sql(
                        """
                        insert into strategy.report_file (report, language, content, sha256, signer,
                          fingerprint, trial)
                        values (:report, :language, :content, :sha256, :signer, :fingerprint,
                          :trial)
                        """)
                .param("report", report)
                .param("language", language)
                .param("content", print.pdf())
                .param("sha256", print.sha256())
                .param("signer", print.signer())
                .param("fingerprint", print.fingerprint())
                .param("trial", print.trial())
                .update();
    }

    /** The newest first; at most 400. */
    List<IssuedReport> issued() {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from strategy.report order by number desc limit :most")
                .param("most", LISTED_MAX)
                .query((row, count) -> report(row))
                .list();
    }

    Optional<IssuedReport> find(long number) {
        return jdbc.sql("select " + COLUMNS + " from strategy.report where number = :number")
                .param("number", number)
                .query((row, count) -> report(row))
                .optional();
    }

    /** The newest report about just that. */
    Optional<IssuedReport> newest(ReportKey key) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                 from strategy.report
                                where period = :period and body is not distinct from :body
                                order by issue desc limit 1
                                """)
                .param("period", key.period().code())
                .param("body", body(key))
                .query((row, count) -> report(row))
                .optional();
    }

    /**
     * The last report of an earlier period of the same kind about the same body or the commission.
     */
    Optional<IssuedReport> lastBefore(ReportKey key) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                 from strategy.report
                                where period < :period and length(period) = length(:period)
                                  and body is not distinct from :body
                                order by period desc, issue desc limit 1
                                """)
                .param("period", key.period().code())
                .param("body", body(key))
                .query((row, count) -> report(row))
                .optional();
    }

    Optional<String> content(UUID report) {
        return jdbc.sql("select content from strategy.report where id = :id")
                .param("id", report)
                .query(String.class)
                .optional();
    }

    Optional<Print> print(UUID report, String language) {
        return jdbc.sql(
                        """
                        select content, sha256, signer, fingerprint, trial from strategy.report_file
                        where report = :report and language = :language
                        """)
                .param("report", report)
                .param("language", language)
                .query((row, count) ->
                        new Print(
                                row.getBytes("content"),
                                row.getString("sha256"),
                                row.getString("signer"),
                                row.getString("fingerprint"),
                                row.getBoolean("trial")))
                .optional();
    }

    private static @Nullable String body(ReportKey key) {
        return key.body() == null ? null : key.body().value();
    }

    private static IssuedReport report(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return new IssuedReport(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new ReportKey(
                        ReportPeriod.read(row.getString("period")).orElseThrow(),
                        body == null ? null : new BodyCode(body)),
                row.getInt("issue"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getString("sha256"),
                Handling.ofRank(row.getInt("handling")),
                row.getString("reason"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                row.getString("issuer"));
    }
}
