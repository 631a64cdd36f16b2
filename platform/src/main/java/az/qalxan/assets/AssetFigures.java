package az.qalxan.assets;

import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureSource;
import az.qalxan.figure.PeriodQuery;
import az.qalxan.figure.RegisterFigure;
import az.qalxan.figure.RegisterFigure.Unit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells figures of freezes and of money paid back, in the country's currency. */
@Component
class AssetFigures implements FigureSource {

    private static final String READ = "assets:read";

    private final JdbcClient jdbc;
    private final PeriodQuery query;

    AssetFigures(JdbcClient jdbc, PeriodQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    @Override
    public List<RegisterFigure> figures() {
        return List.of(
                RegisterFigure.count("assets.freezes_asked", READ),
                RegisterFigure.count("assets.freezes_held", READ).partOf("assets.freezes_asked"),
                RegisterFigure.measured("assets.freeze_minutes", Unit.MINUTES, READ),
                RegisterFigure.measured("assets.frozen", Unit.MONEY, READ),
                RegisterFigure.measured("assets.returned", Unit.MONEY, READ));
    }

    @Override
    public Answer tell(List<FigurePeriod> periods) {
        return query.ask(
                jdbc.sql(
                        """
                        select * from assets.figures(cast(:starts as timestamptz[]),
                          cast(:ends as timestamptz[]), :currency)
                        """),
                periods);
    }

    @Override
    public List<Behind> behind(String figure, FigurePeriod period, int most) {
        return query.behind(jdbc.sql(behind(figure)), period, most, "/");
    }

    /** The same conditions as in the counts. */
    private static String behind(String figure) {
        return switch (figure) {
            case "assets.freezes_asked" -> freezes("true");
            case "assets.freezes_held" -> freezes("f.held_at is not null");
            case "assets.freeze_minutes" ->
                    freezes("(f.held_at is not null or f.ended_at is not null)");
            case "assets.frozen" -> freezes("f.held_amount is not null and f.currency = :currency");
            case "assets.returned" ->
                    """
                    select s.reference, 'reports/' || s.report_id::text, s.ended_at
                    from assets.return_share s
                    where s.state = 'paid' and s.currency = :currency
                      and s.ended_at >= :start and s.ended_at < :end
                    order by s.ended_at desc, s.id limit :most
                    """;
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private static String freezes(String counted) {
        return """
        select f.number, 'assets/freezes/' || f.number, f.sent_at from assets.freeze f
        where f.sent_at >= :start and f.sent_at < :end and COUNTED
        order by f.sent_at desc, f.id limit :most
        """
                .replace("COUNTED", counted);
    }
}
