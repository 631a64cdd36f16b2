package az.qalxan.monitoring.incident;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures how well incidents are found and dealt with, of what the caller may see. */
@Component
class EffectStore {

    private final JdbcClient jdbc;

    EffectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was measured of a body, a sector, or everything.
     *
     * @param scope all, body or sector
     * @param key code of the body or sector; empty for everything
     * @param detectMinutes median from the first event to the first finding; null without incidents
     * @param acknowledgeMinutes median until somebody took it on; null where nobody has
     * @param falsePositives of those closed
     */
    record Effect(
            String scope,
            String key,
            long incidents,
            long critical,
            @Nullable BigDecimal detectMinutes,
            @Nullable BigDecimal acknowledgeMinutes,
            long closed,
            long falsePositives) {}

    /** Incidents that came up in that time. */
    List<Effect> effects(Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select case when grouping(i.body) = 0 then 'body'
                            when grouping(i.sector) = 0 then 'sector' else 'all' end,
                          coalesce(i.body, i.sector, ''), count(*),
                          count(*) filter (where i.severity = 'critical'),
                          (percentile_cont(0.5) within group (order by
                            extract(epoch from i.detected_at - i.first_at)) / 60)::numeric,
                          (percentile_cont(0.5) within group (order by
                            extract(epoch from i.acknowledged_at - i.opened_at)) / 60)::numeric,
                          count(*) filter (where i.state = 'closed' and i.outcome <> 'duplicate'),
                          count(*) filter (where i.outcome = 'false-positive')
                        from monitoring.incident i
                        where i.opened_at >= :from and i.opened_at < :until and i.state <> 'merged'
                        group by grouping sets ((), (i.body), (i.sector))
                        order by 1, 3 desc, 2
                        """)
                .param("from", AlertStore.utc(from))
                .param("until", AlertStore.utc(until))
                .query(EffectStore::effect)
                .list();
    }

    private static Effect effect(ResultSet row, int number) throws SQLException {
        return new Effect(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getLong(7),
                row.getLong(8));
    }

    /** So many incidents of a category. */
    record OfCategory(String category, long incidents, long critical) {}

    List<OfCategory> categories(Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select category, count(*), count(*) filter (where severity = 'critical')
                        from monitoring.incident
                        where opened_at >= :from and opened_at < :until and state <> 'merged'
                        group by category order by count(*) desc, category
                        """)
                .param("from", AlertStore.utc(from))
                .param("until", AlertStore.utc(until))
                .query((row, number) ->
                        new OfCategory(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** Of a body's or sector's open sources: how many send, and how many made findings. */
    record Sources(String scope, String key, long open, long heard, long finding) {}

    /** Sources that are heard within their usual silence at that moment. */
    List<Sources> sources(Instant now, Instant from) {
        return jdbc.sql(
                        """
                        select case when grouping(s.body) = 0 then 'body'
                            when grouping(s.sector) = 0 then 'sector' else 'all' end,
                          coalesce(s.body, s.sector, ''), count(*),
                          count(*) filter (where p.last_seen >=
                            :now - make_interval(mins => s.silence_minutes)),
                          count(*) filter (where exists (select from monitoring.alert_finding f
                            where f.source_id = s.id and f.at >= :from))
                        from monitoring.source s
                        left join monitoring.source_pulse p on p.source_id = s.id
                        where s.closed_at is null
                        group by grouping sets ((), (s.body), (s.sector))
                        """)
                .param("now", AlertStore.utc(now))
                .param("from", AlertStore.utc(from))
                .query((row, number) ->
                        new Sources(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)))
                .list();
    }
}
