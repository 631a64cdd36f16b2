package az.qalxan.monitoring.incident;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.RegisterFigure.Unit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells figures of incidents: how many, how grave, how soon they were found, how truly. */
@Component
class IncidentFigures implements FigureSource {

    private static final String READ = "incident:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    IncidentFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("incident.opened", READ),
                RegisterFigure.count("incident.critical", READ).partOf("incident.opened"),
                RegisterFigure.measured("incident.detect_minutes", Unit.MINUTES, READ),
                RegisterFigure.measured("incident.acknowledge_minutes", Unit.MINUTES, READ),
                RegisterFigure.count("incident.closed", READ).partOf("incident.opened"),
                RegisterFigure.count("incident.false_positive", READ).partOf("incident.closed"));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from monitoring.incident_figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.behind(jdbc.sql(behind(figure)), period, most, "/incidents/");
    }

    /** The same conditions as in the counts. */
    private static String behind(String figure) {
        return """
        select i.number, i.number, i.opened_at from monitoring.incident i
        where i.opened_at >= :start and i.opened_at < :end and i.state <> 'merged' and COUNTED
        order by i.opened_at desc, i.id limit :most
        """
                .replace("COUNTED", counted(figure));
    }

    private static String counted(String figure) {
        return switch (figure) {
            case "incident.opened", "incident.detect_minutes" -> "true";
            case "incident.critical" -> "i.severity = 'critical'";
            case "incident.acknowledge_minutes" -> "i.acknowledged_at is not null";
            case "incident.closed" -> "i.state = 'closed'";
            case "incident.false_positive" -> "i.outcome = 'false-positive'";
            default -> throw new IllegalArgumentException(figure);
        };
    }
}
