package az.qalxan.exchange.notice;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what an owner was told of, as far as the caller may see it. */
@Component
class OwnerFiguresStore {

    private static final int MONTHS = 24;

    private final JdbcClient jdbc;
    private final NoticePack pack;

    OwnerFiguresStore(JdbcClient jdbc, NoticePack pack) {
        this.jdbc = jdbc;
        this.pack = pack;
    }

    OwnerFigures of(UUID owner) {
        return new OwnerFigures(months(owner), kinds(owner));
    }

    private List<OwnerFigures.Month> months(UUID owner) {
        return jdbc.sql(
                        """
                        select to_char(first_at at time zone :zone, 'YYYY-MM') as month, count(*),
                          count(*) filter (where state in ('fixed', 'gone')),
                          percentile_cont(0.5) within group (order by
                            extract(epoch from fixed_at - told_at))
                            filter (where state = 'fixed' and fixed_at > told_at)
                        from exchange.concern
                        where owner_id = :owner and told_at is not null
                        group by month order by month desc limit :most
                        """)
                .param("zone", pack.zone().getId())
                .param("owner", owner)
                .param("most", MONTHS)
                .query((row, number) -> {
                    double seconds = row.getDouble(4);
                    @Nullable Duration median =
                            row.wasNull() ? null : Duration.ofSeconds(Math.round(seconds));
                    return new OwnerFigures.Month(
                            YearMonth.parse(row.getString(1)),
                            row.getInt(2),
                            row.getInt(3),
                            median);
                })
                .list();
    }

    private List<OwnerFigures.Kind> kinds(UUID owner) {
        return jdbc.sql(
                        """
                        select type, count(*), count(*) filter (where state in ('fixed', 'gone'))
                        from exchange.concern
                        where owner_id = :owner and told_at is not null
                        group by type order by count(*) desc, type limit 60
                        """)
                .param("owner", owner)
                .query((row, number) ->
                        new OwnerFigures.Kind(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }
}
