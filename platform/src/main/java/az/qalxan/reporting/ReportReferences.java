package az.qalxan.reporting;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads from the number that people quote to the report, if the caller may read it. */
@Component
public class ReportReferences {

    private final JdbcClient jdbc;

    ReportReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<ReportId> find(ReportReference reference) {
        return jdbc.sql("select id from reporting.report where reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                .optional();
    }
}
