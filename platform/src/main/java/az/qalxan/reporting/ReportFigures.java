package az.qalxan.reporting;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.RegisterFigure.Unit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells figures of the register of reports; a report counts in the period in which it was made. */
@Component
class ReportFigures implements FigureSource {

    private static final String READ = "reporting:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    ReportFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("reporting.received", READ),
                RegisterFigure.count("reporting.answered", READ).partOf("reporting.received"),
                RegisterFigure.count("reporting.answered_in_time", READ)
                        .partOf("reporting.received"),
                RegisterFigure.measured("reporting.answer_hours", Unit.HOURS, READ),
                RegisterFigure.measured("reporting.triage_hours", Unit.HOURS, READ),
                RegisterFigure.count("reporting.accepted", READ).partOf("reporting.received"),
                RegisterFigure.count("reporting.losses", READ).partOf("reporting.received"),
                RegisterFigure.measured("reporting.lost", Unit.MONEY, READ));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from reporting.figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.behind(jdbc.sql(behind(figure)), period, most, "/reports/");
    }

    private static String behind(String figure) {
        return """
        select r.reference, r.id::text, r.reported_at from reporting.report r
        where r.reported_at >= :start and r.reported_at < :end
          and (COUNTED)
        order by r.reported_at desc, r.id desc limit :most
        """
                .replace("COUNTED", counted(figure));
    }

    /** The same conditions as in the counts. */
    private static String counted(String figure) {
        return switch (figure) {
            case "reporting.received" -> "true";
            case "reporting.answered", "reporting.answer_hours" -> "r.first_answer_at is not null";
            case "reporting.answered_in_time" ->
                    "r.first_answer_at <= r.reported_at + interval '24 hours'";
            case "reporting.triage_hours" ->
                    """
                    exists (select from reporting.happening h where h.report_id = r.id
                      and h.kind in ('accepted', 'closed', 'redirected'))
                    """;
            case "reporting.accepted" -> "r.state = 'accepted'";
            case "reporting.losses", "reporting.lost" -> "r.loss_currency = :currency";
            default -> throw new IllegalArgumentException(figure);
        };
    }
}
