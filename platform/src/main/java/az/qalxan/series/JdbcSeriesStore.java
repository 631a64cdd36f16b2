package az.qalxan.series;

import az.qalxan.engines.linking.series.HubRuling;
import az.qalxan.engines.linking.series.KeyCensus;
import az.qalxan.engines.linking.series.PairDecision;
import az.qalxan.engines.linking.series.PlacedReport;
import az.qalxan.engines.linking.series.Placement;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesStore;
import az.qalxan.engines.linking.series.SeriesWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's store on the tables of this module, for one step: it knows how the reports stand
 * that the step puts in. Runs as the system, inside the step's transaction.
 */
final class JdbcSeriesStore implements SeriesStore {

    private static final Placement.Width[] WIDTHS = Placement.Width.values();

    private static final String PLACED =
            """
            select r.report_id, r.traits, coalesce(p.component, r.report_id) as component,
              coalesce(p.width, 0) as width, p.series, p.linked_to, coalesce(p.score, 0) as score
            from series.report r left join series.placement p on p.report_id = r.report_id
            """;

    private final JdbcClient jdbc;
    private final SeriesWriter writer;

    JdbcSeriesStore(JdbcClient jdbc, Map<UUID, ReportStanding> standings) {
        this.jdbc = jdbc;
        this.writer = new SeriesWriter(jdbc, standings);
    }

    @Override
    public List<PlacedReport> holders(Collection<Long> keys, int perKeyMax) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        PLACED
                                + """
                                where r.report_id in (
                                  select series.holders(cast(:keys as bigint[]), :most))
                                """)
                .param("keys", Columns.keys(keys))
                .param("most", perKeyMax)
                .query(JdbcSeriesStore::placed)
                .list();
    }

    @Override
    public List<PlacedReport> reports(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(PLACED + "where r.report_id = any (cast(:ids as uuid[]))")
                .param("ids", Columns.ids(ids))
                .query(JdbcSeriesStore::placed)
                .list();
    }

    @Override
    public List<PlacedReport> components(Collection<UUID> components) {
        if (components.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        PLACED
                                + """
                                where r.report_id in (
                                  select m.report_id from series.placement m
                                  where m.component = any (cast(:ids as uuid[]))
                                  union
                                  select alone.id from unnest(cast(:ids as uuid[])) as alone (id)
                                  where not exists (
                                    select from series.placement q where q.report_id = alone.id))
                                """)
                .param("ids", Columns.ids(components))
                .query(JdbcSeriesStore::placed)
                .list();
    }

    private static PlacedReport placed(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("report_id", UUID.class);
        return new PlacedReport(ReportTraits.fromBytes(id, row.getBytes("traits")), placement(row));
    }

    private static Placement placement(ResultSet row) throws SQLException {
        return new Placement(
                row.getObject("component", UUID.class),
                WIDTHS[row.getInt("width")],
                (@Nullable UUID) row.getObject("series", UUID.class),
                (@Nullable UUID) row.getObject("linked_to", UUID.class),
                row.getInt("score"));
    }

    /** Where these reports stand, without what they are linked by. */
    Map<UUID, Placement> placementsOf(Collection<UUID> ids) {
        Map<UUID, Placement> found = new HashMap<>();
        jdbc.sql(
                        """
                        select asked.id, coalesce(p.component, asked.id) as component,
                          coalesce(p.width, 0) as width, p.series, p.linked_to,
                          coalesce(p.score, 0) as score
                        from unnest(cast(:ids as uuid[])) as asked (id)
                        left join series.placement p on p.report_id = asked.id
                        """)
                .param("ids", Columns.ids(ids))
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), placement(row));
                });
        return found;
    }

    @Override
    public Map<Long, KeyCensus> censuses(Collection<Long> keys) {
        Map<Long, KeyCensus> found = new HashMap<>();
        jdbc.sql("select key, census from series.census where key = any (cast(:keys as bigint[]))")
                .param("keys", Columns.keys(keys))
                .query(row -> {
                    long key = row.getLong(1);
                    found.put(key, KeyCensus.fromBytes(key, row.getBytes(2)));
                });
        return found;
    }

    @Override
    public Map<Long, HubRuling> rulings(Collection<Long> keys) {
        return new RulingStore(jdbc).inForce(keys);
    }

    @Override
    public List<PairDecision> decisions(Collection<UUID> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select d.one, d.other, d.verdict from series.decision d
                        where (d.one = any (cast(:ids as uuid[]))
                            or d.other = any (cast(:ids as uuid[])))
                          and not exists (
                            select from series.decision_undone u where u.decision = d.id)
                        order by d.id
                        """)
                .param("ids", Columns.ids(reports))
                .query((row, number) ->
                        new PairDecision(
                                new ReportPair(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                                row.getString(3).equals("confirmed")
                                        ? PairDecision.Verdict.SAME
                                        : PairDecision.Verdict.NOT_SAME))
                .list();
    }

    @Override
    public Map<UUID, Integer> sizes(Collection<UUID> series) {
        Map<UUID, Integer> found = new HashMap<>();
        jdbc.sql(
                        """
                        select series, count(*) from series.placement
                        where series = any (cast(:ids as uuid[])) group by series
                        """)
                .param("ids", Columns.ids(series))
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return found;
    }

    @Override
    public void write(SeriesWrites writes) {
        writer.write(writes);
    }
}
