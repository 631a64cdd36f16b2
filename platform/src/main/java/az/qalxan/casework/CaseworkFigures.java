package az.qalxan.casework;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells figures of tasks in cases and of cases that went to another body. */
@Component
class CaseworkFigures implements FigureSource {

    private static final String READ = "casework:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    CaseworkFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("casework.tasks_due", READ),
                RegisterFigure.count("casework.tasks_in_time", READ).partOf("casework.tasks_due"),
                RegisterFigure.count("casework.handed_over", READ));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from casework.figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.behind(jdbc.sql(behind(figure)), period, most, "/cases/");
    }

    /** The same conditions as in the counts. */
    private static String behind(String figure) {
        return switch (figure) {
            case "casework.tasks_due" -> tasks("true");
            case "casework.tasks_in_time" -> tasks("k.state = 'done' and k.ended_at <= k.due_at");
            case "casework.handed_over" ->
                    """
                    select h.case_number, h.case_number, h.decided_at from casework.hand_over h
                      join casework.case_file c on c.id = h.case_id
                    where h.state = 'accepted' and h.decided_at >= :start and h.decided_at < :end

                    order by h.decided_at desc limit :most
                    """;
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private static String tasks(String counted) {
        return """
        select c.number || ' · ' || k.title, c.number, k.due_at
        from casework.task k join casework.case_file c on c.id = k.case_id
        where k.due_at >= :start and k.due_at < :end and k.state <> 'cancelled'
          and COUNTED
        order by k.due_at desc, k.id limit :most
        """
                .replace("COUNTED", counted);
    }
}
