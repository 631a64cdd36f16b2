package az.qalxan.casework;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReporterNews;
import az.qalxan.web.Text;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells reporters in plain words when the case that took their report rests or has ended. */
@Component
class CaseNews implements ReporterNews {

    private final JdbcClient jdbc;
    private final Jurisdiction jurisdiction;

    CaseNews(JdbcClient jdbc, Jurisdiction jurisdiction) {
        this.jdbc = jdbc;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public List<Told> about(ReportId report, Text text) {
        return jdbc
                .sql("select outcome, since from casework.told_to_reporter() where state <> 'open'")
                .query((row, number) ->
                        told(row.getString(1), row.getObject(2, OffsetDateTime.class), text))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Told> told(String outcome, OffsetDateTime since, Text text) {
        return jurisdiction
                .outcome(outcome)
                .map(one ->
                        new Told(since.toInstant(), text.pick(one.told().az(), one.told().en())));
    }
}
