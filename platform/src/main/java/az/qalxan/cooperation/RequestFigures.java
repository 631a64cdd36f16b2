package az.qalxan.cooperation;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.RegisterFigure.Unit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells figures of requests between states and of the clocks within which they are answered. */
@Component
class RequestFigures implements FigureSource {

    private static final String READ = "cooperation:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    RequestFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("cooperation.received", READ),
                RegisterFigure.count("cooperation.sent", READ),
                RegisterFigure.count("cooperation.ended", READ).partOf("cooperation.received"),
                RegisterFigure.measured("cooperation.answer_hours", Unit.HOURS, READ),
                RegisterFigure.count("cooperation.clocks_due", READ),
                RegisterFigure.count("cooperation.clocks_kept", READ)
                        .partOf("cooperation.clocks_due"));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from cooperation.figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.behind(jdbc.sql(behind(figure)), period, most, "/duty/requests/");
    }

    /** The same conditions as in the counts. */
    private static String behind(String figure) {
        return switch (figure) {
            case "cooperation.received" -> requests("r.direction = 'in'", "r.received_at");
            case "cooperation.sent" -> requests("r.direction = 'out'", "r.sent_at");
            case "cooperation.ended", "cooperation.answer_hours" ->
                    requests(
                            "r.direction = 'in' and r.state in ('executed', 'refused')",
                            "r.received_at");
            case "cooperation.clocks_due" -> clocks("true");
            case "cooperation.clocks_kept" -> clocks("k.state = 'met' and k.ended_at <= k.ends_at");
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private static String requests(String counted, String moment) {
        return """
        select r.number, r.number, MOMENT from cooperation.request r
        where MOMENT >= :start and MOMENT < :end and COUNTED
        order by MOMENT desc, r.id limit :most
        """
                .replace("COUNTED", counted)
                .replace("MOMENT", moment);
    }

    private static String clocks(String counted) {
        return """
        select r.number, r.number, k.ends_at
        from cooperation.clock k join cooperation.request r on r.id = k.request_id
        where k.ends_at >= :start and k.ends_at < :end and k.kind = 'response'
          and k.state <> 'replaced' and COUNTED
        order by k.ends_at desc, k.id limit :most
        """
                .replace("COUNTED", counted);
    }
}
