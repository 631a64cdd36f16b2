package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReporterNews;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells reporters what was frozen of their loss and what came back: amounts and dates only. */
@Component
class AssetsNews implements ReporterNews {

    private final JdbcClient jdbc;

    AssetsNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Told> about(ReportId report, Text text) {
        List<Told> told = new ArrayList<>(frozen(report, text));
        told.addAll(returned(report, text));
        return told;
    }

    private List<Told> frozen(ReportId report, Text text) {
        return jdbc.sql(
                        """
                        select max(frozen_at), sum(amount), currency from assets.frozen_share
                        where report_id = :report group by currency
                        """)
                .param("report", report.value())
                .query((row, number) ->
                        told(
                                row.getObject(1, OffsetDateTime.class),
                                text.of(
                                        "assets.news.frozen",
                                        money(row.getBigDecimal(2), row.getString(3), text))))
                .list();
    }

    private List<Told> returned(ReportId report, Text text) {
        return jdbc.sql(
                        """
                        select coalesce(ended_at, decided_at), amount, currency, state
                        from assets.return_share
                        where report_id = :report and state in ('pending', 'paid')
                        order by decided_at limit 100
                        """)
                .param("report", report.value())
                .query((row, number) ->
                        told(
                                row.getObject(1, OffsetDateTime.class),
                                text.of(
                                        "assets.news." + row.getString(4),
                                        money(row.getBigDecimal(2), row.getString(3), text))))
                .list();
    }

    private static Told told(OffsetDateTime at, String sentence) {
        return new Told(at.toInstant(), sentence);
    }

    private static String money(BigDecimal amount, String currency, Text text) {
        return text.money(amount, currency);
    }
}
