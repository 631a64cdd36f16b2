package az.qalxan.casework;

import az.qalxan.reporting.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which reports stand in which cases; a row is seen by those who see both. */
@Component
class HeldReports {

    static final int ROWS_MAX = 1_000;

    private static final String SELECT =
            """
            select l.id, l.report_id, l.attached_at, l.author, l.detached_at, l.detacher,
              l.detach_reason
            from casework.case_report l
            """;

    private final JdbcClient jdbc;

    HeldReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts reports into a case; those that stand there already stay as they are. */
    int attach(CaseHead head, List<ReportId> reports, String author, Instant at) {
        return jdbc.sql(
                        """
                        insert into casework.case_report (case_id, report_id, attached_at, author)
                        select :case, id, :at, :author from unnest(cast(:ids as uuid[])) as id
                        on conflict (case_id, report_id) where detached_at is null do nothing
                        """)
                .param("case", head.id())
                .param("at", CaseStore.utc(at))
                .param("author", author)
                .param("ids", reports.stream().map(ReportId::toString).toArray(String[]::new))
                .update();
    }

    /** Why and by whom a report leaves. */
    record Leaving(UUID link, String reason, String author) {}

    boolean detach(CaseHead head, Leaving leaving, Instant at) {
        return jdbc.sql(
                                """
                                update casework.case_report
                                set detached_at = :at, detached_by = database.caller_account(),
                                    detacher = :author, detach_reason = :reason
                                where id = :id and case_id = :case and detached_at is null
                                """)
                        .param("at", CaseStore.utc(at))
                        .param("author", leaving.author())
                        .param("reason", leaving.reason())
                        .param("id", leaving.link())
                        .param("case", head.id())
                        .update()
                == 1;
    }

    Optional<HeldReport> find(CaseHead head, UUID link) {
        return jdbc.sql(SELECT + "where l.id = :id and l.case_id = :case")
                .param("id", link)
                .param("case", head.id())
                .query(HeldReports::held)
                .optional();
    }

    /** The reports that stand in a case, the newest place first, behind {@code skipped} others. */
    List<HeldReport> of(CaseHead head, int skipped, int rows) {
        return jdbc.sql(
                        SELECT
                                + """
                                where l.case_id = :case and l.detached_at is null
                                order by l.attached_at desc, l.id desc
                                offset :skipped limit :rows
                                """)
                .param("case", head.id())
                .param("skipped", skipped)
                .param("rows", Math.min(rows, ROWS_MAX))
                .query(HeldReports::held)
                .list();
    }

    long count(CaseHead head) {
        return jdbc.sql(
                        """
                        select count(*) from casework.case_report
                        where case_id = :case and detached_at is null
                        """)
                .param("case", head.id())
                .query(Long.class)
                .single();
    }

    List<HeldReport> detached(CaseHead head) {
        return jdbc.sql(
                        SELECT
                                + """
                                where l.case_id = :case and l.detached_at is not null
                                  and not exists (
                                    select from casework.case_report again
                                    where again.case_id = l.case_id
                                      and again.report_id = l.report_id
                                      and (again.detached_at is null
                                        or again.detached_at > l.detached_at))
                                order by l.detached_at desc limit 100
                                """)
                .param("case", head.id())
                .query(HeldReports::held)
                .list();
    }

    /** A case that holds a report. */
    record Holder(CaseNumber number, String title) {}

    /** The cases in sight that hold a report, the oldest place first. */
    List<Holder> holders(ReportId report) {
        return jdbc.sql(
                        """
                        select c.number, c.title
                        from casework.case_report l join casework.case_file c on c.id = l.case_id
                        where l.report_id = :report and l.detached_at is null
                        order by l.attached_at, l.id limit 50
                        """)
                .param("report", report.value())
                .query((row, number) ->
                        new Holder(new CaseNumber(row.getString(1)), row.getString(2)))
                .list();
    }

    /** The case that decides for a report when another one lets it go; empty for none in sight. */
    Optional<CaseNumber> next(ReportId report, CaseHead leaving) {
        return jdbc.sql(
                        """
                        select c.number
                        from casework.case_report l join casework.case_file c on c.id = l.case_id
                        where l.report_id = :report and l.detached_at is null
                          and c.id <> :leaving and c.body = :body and c.compartment is null
                        order by l.attached_at, l.id limit 1
                        """)
                .param("report", report.value())
                .param("leaving", leaving.id())
                .param("body", leaving.body().value())
                .query((row, number) -> new CaseNumber(row.getString(1)))
                .optional();
    }

    private static HeldReport held(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime detached = row.getObject(5, OffsetDateTime.class);
        return new HeldReport(
                row.getObject(1, UUID.class),
                new ReportId(row.getObject(2, UUID.class)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                detached == null ? null : detached.toInstant(),
                row.getString(6),
                row.getString(7));
    }
}
