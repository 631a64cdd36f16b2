package az.qalxan.deconfliction;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.RegisterFigure.Unit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how many questions bodies put to each other about hits, and how soon they were decided. */
@Component
class AskFigures implements FigureSource {

    private static final String READ = "deconfliction:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    AskFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("deconfliction.asked", READ),
                RegisterFigure.count("deconfliction.decided", READ).partOf("deconfliction.asked"),
                RegisterFigure.measured("deconfliction.decision_hours", Unit.HOURS, READ));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from deconfliction.figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.behind(jdbc.sql(behind(figure)), period, most, "/hits/");
    }

    /** The same conditions as in the counts. */
    private static String behind(String figure) {
        String counted =
                switch (figure) {
                    case "deconfliction.asked" -> "true";
                    case "deconfliction.decided", "deconfliction.decision_hours" ->
                            "a.decided_at is not null";
                    default -> throw new IllegalArgumentException(figure);
                };
        return """
        select a.asking || ' → ' || a.owner, a.hit_id::text, a.asked_at
        from deconfliction.ask a
        where a.asked_at >= :start and a.asked_at < :end and a.state <> 'withdrawn'
          and COUNTED
        order by a.asked_at desc, a.id limit :most
        """
                .replace("COUNTED", counted);
    }
}
