package az.qalxan.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what happened to reports into their histories. */
@Component
class ReportNotes {

    private final JdbcClient jdbc;

    ReportNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the same step for each report; {@code kind} is the last part of a message key. */
    void note(List<ReportId> reports, String kind, String detail, Instant at) {
        jdbc.sql(
                        """
                        insert into reporting.happening (report_id, at, kind, detail)
                        select id, :at, :kind, :detail from unnest(cast(:ids as uuid[])) as id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("detail", detail)
                .param("ids", reports.stream().map(ReportId::toString).toArray(String[]::new))
                .update();
    }
}
