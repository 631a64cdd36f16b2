package az.qalxan.series;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings who may see a report up to date, and the counts with it. */
record StandingWriter(JdbcClient jdbc) {

    void follow(Collection<UUID> moved, Map<UUID, ReportStanding> standings) {
        List<Map.Entry<UUID, ReportStanding>> now =
                standings.entrySet().stream().filter(one -> moved.contains(one.getKey())).toList();
        if (now.isEmpty()) {
            return;
        }
        Tallies tallies = new Tallies(jdbc);
        List<UUID> ids = now.stream().map(Map.Entry::getKey).toList();
        List<Long> common = commonKeysOf(ids);
        update("series.report", now);
        update("series.placement", now);
        tallies.recount(tallies.componentsOf(ids));
        tallies.countKeys(common);
    }

    private List<Long> commonKeysOf(List<UUID> ids) {
        return jdbc.sql(
                        """
                        select distinct c.key from series.report r
                        cross join lateral unnest(r.keys) as k (key)
                        join series.census c on c.key = k.key
                        where r.report_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", Columns.ids(ids))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private void update(String table, List<Map.Entry<UUID, ReportStanding>> now) {
        jdbc.sql(
                        "update "
                                + table
                                + """
                                 as kept
                                set body = new.body, handling = new.handling,
                                  compartment = new.compartment
                                from unnest(cast(:id as uuid[]), :body,
                                  cast(:handling as smallint[]), cast(:compartment as uuid[]))
                                  as new (id, body, handling, compartment)
                                where kept.report_id = new.id
                                """)
                .param("id", Columns.text(now, Map.Entry::getKey))
                .param("body", Columns.text(now, one -> one.getValue().body()))
                .param("handling", Columns.text(now, one -> one.getValue().handling()))
                .param("compartment", Columns.text(now, one -> one.getValue().compartment()))
                .update();
    }
}
