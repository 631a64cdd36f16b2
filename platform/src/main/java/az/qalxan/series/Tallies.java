package az.qalxan.series;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the counts from which each caller is told sums of visible rows alone: reports of a
 * component, reports that hold a common key.
 */
record Tallies(JdbcClient jdbc) {

    Set<UUID> componentsOf(Collection<UUID> reports) {
        return jdbc
                .sql(
                        """
                        select distinct component from series.placement
                        where report_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", Columns.ids(reports))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void recount(Collection<UUID> components) {
        if (components.isEmpty()) {
            return;
        }
        jdbc.sql("delete from series.tally where component = any (cast(:ids as uuid[]))")
                .param("ids", Columns.ids(components))
                .update();
        jdbc.sql(
                        """
                        insert into series.tally (
                          component, body, handling, compartment, reports, lost, newest)
                        select p.component, p.body, p.handling, p.compartment, count(*),
                          coalesce(sum(r.lost), 0), max(p.reported_at)
                        from series.placement p
                        join series.report r on r.report_id = p.report_id
                        where p.component = any (cast(:ids as uuid[])) and p.series is not null
                        group by p.component, p.body, p.handling, p.compartment
                        """)
                .param("ids", Columns.ids(components))
                .update();
    }

    /** Takes reports out of the counts of common keys, before they are forgotten or changed. */
    void uncount(Collection<UUID> reports) {
        if (reports.isEmpty()) {
            return;
        }
        List<Long> keys =
                jdbc.sql(
                                """
                                update series.census_tally t set reports = t.reports - gone.reports
                                from (
                                  select k.key, r.body, r.handling, r.compartment,
                                    count(*) as reports
                                  from series.report r
                                  cross join lateral unnest(r.keys) as k (key)
                                  where r.report_id = any (cast(:ids as uuid[]))
                                  group by k.key, r.body, r.handling, r.compartment) as gone
                                where t.key = gone.key and t.body = gone.body
                                  and t.handling = gone.handling
                                  and t.compartment is not distinct from gone.compartment
                                returning t.key
                                """)
                        .param("ids", Columns.ids(reports))
                        .query((row, number) -> row.getLong(1))
                        .list();
        if (!keys.isEmpty()) {
            jdbc.sql(
                            """
                            delete from series.census_tally
                            where key = any (cast(:keys as bigint[])) and reports <= 0
                            """)
                    .param("keys", Columns.keys(keys))
                    .update();
        }
    }

    /** Takes reports into the counts of common keys, once they are written. */
    void count(Collection<UUID> reports) {
        if (reports.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into series.census_tally (key, body, handling, compartment, reports)
                        select c.key, r.body, r.handling, r.compartment, count(*)
                        from series.report r
                        cross join lateral unnest(r.keys) as k (key)
                        join series.census c on c.key = k.key
                        where r.report_id = any (cast(:ids as uuid[]))
                        group by c.key, r.body, r.handling, r.compartment
                        on conflict on constraint census_tally_once
                          do update set reports = census_tally.reports + excluded.reports
                        """)
                .param("ids", Columns.ids(reports))
                .update();
    }

    /** Counts keys anew that have just become worth counting. */
    void countKeys(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        delete from series.census_tally where key = any (cast(:keys as bigint[]))
                        """)
                .param("keys", Columns.keys(keys))
                .update();
        jdbc.sql(
                        """
                        insert into series.census_tally (key, body, handling, compartment, reports)
                        select key, body, handling, compartment, reports
                        from series.holder_counts(cast(:keys as bigint[]))
                        """)
                .param("keys", Columns.keys(keys))
                .update();
    }
}
