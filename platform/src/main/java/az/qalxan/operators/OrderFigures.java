package az.qalxan.operators;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.RegisterFigure.Unit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells figures of orders to operators and of their answers. */
@Component
class OrderFigures implements FigureSource {

    private static final String READ = "operators:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    OrderFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("operators.served", READ),
                RegisterFigure.count("operators.answered", READ).partOf("operators.served"),
                RegisterFigure.measured("operators.answer_hours", Unit.HOURS, READ),
                RegisterFigure.count("operators.due", READ),
                RegisterFigure.count("operators.in_time", READ).partOf("operators.due"));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from operators.figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.behind(jdbc.sql(behind(figure)), period, most, "/operators/orders/");
    }

    /** The same conditions as in the counts. */
    private static String behind(String figure) {
        return switch (figure) {
            case "operators.served" -> orders("true", "o.approved_at");
            case "operators.answered", "operators.answer_hours" ->
                    orders("o.answered_at is not null", "o.approved_at");
            case "operators.due" -> orders("o.approved_at is not null", "o.due_at");
            case "operators.in_time" ->
                    orders("o.approved_at is not null and o.answered_at <= o.due_at", "o.due_at");
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private static String orders(String counted, String moment) {
        return """
        select o.number, o.number, MOMENT from operators.data_order o
        where MOMENT >= :start and MOMENT < :end and not o.test
          and o.status <> 'Cancelled' and COUNTED
        order by MOMENT desc, o.id limit :most
        """
                .replace("COUNTED", counted)
                .replace("MOMENT", moment);
    }
}
