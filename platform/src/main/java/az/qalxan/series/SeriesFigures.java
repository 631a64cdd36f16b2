package az.qalxan.series;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how many reports stand in series and how many series grew. */
@Component
class SeriesFigures implements FigureSource {

    private static final String READ = "series:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    SeriesFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("series.compared", READ),
                RegisterFigure.count("series.joined", READ).partOf("series.compared"),
                RegisterFigure.count("series.grown", READ));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from series.figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.list(jdbc.sql(behind(figure)), period, most)
                .query((row, number) ->
                        new Behind(
                                row.getString(1),
                                "/reports/" + row.getString(2),
                                query.day(row.getObject(3, OffsetDateTime.class))))
                .list();
    }

    /**
     * The reports of which it is counted, as far as the caller may read them; whether they stand in a
     * series is worked out for each caller and is not told here.
     */
    private static String behind(String figure) {
        String joined =
                switch (figure) {
                    case "series.compared" -> "true";
                    case "series.joined", "series.grown" -> "p.series is not null";
                    default -> throw new IllegalArgumentException(figure);
                };
        return """
                TODO
                """
                .replace("COUNTED", joined);
    }
}
