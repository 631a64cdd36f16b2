package az.qalxan.series;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.jurisdiction.Jurisdiction;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how many reports stand in series and how many series grew. */
@Component
class SeriesFigures implements FigureSource {

    private static final String READ = "series:read";
    private static final int LISTED_MAX = 100;

    private final JdbcClient jdbc;
    private final PeriodQuery query;
    private final SeriesLists lists;
    private final ZoneId zone;

    SeriesFigures(
            JdbcClient jdbc, PeriodQuery query, SeriesLists lists, Jurisdiction jurisdiction) {
        this.jdbc = jdbc;
        this.query = query;
        this.lists = lists;
        this.zone = jurisdiction.zone();
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

    /**
     * Series whose newest report is of the period, as they follow from the reports that the caller
     * may read: a series is worked out anew for each caller.
     */
    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        SeriesFilter filter =
                new SeriesFilter(
                        2,
                        "",
                        period.starts(zone).toInstant(),
                        period.ends(zone).toInstant(),
                        null,
                        "",
                        SeriesOrder.NEWEST);
        return lists.list(filter, null, Math.min(most, LISTED_MAX)).rows().stream()
                .map(row ->
                        new Behind(
                                row.number().toString(),
                                "/series/" + row.number(),
                                query.day(row.totals().last())))
                .toList();
    }
}
