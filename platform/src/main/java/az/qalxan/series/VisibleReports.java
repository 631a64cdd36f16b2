package az.qalxan.series;

import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the caller may see of the reports that are linked. A report counts as visible when
 * this module's row and the register's own row are.
 */
@Component
class VisibleReports {

    private final JdbcClient jdbc;
    private final ReportLists lists;

    VisibleReports(JdbcClient jdbc, ReportLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** The component of that report; its own id when nothing connects it with another one. */
    Optional<UUID> componentOf(UUID report) {
        return jdbc.sql(
                        """
                        select coalesce(p.component, r.report_id) from series.report r
                        left join series.placement p on p.report_id = r.report_id
                        where r.report_id = :id
                        """)
                .param("id", report)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The newest reports of each component, up to so many. */
    List<VisibleReport> ofComponents(Collection<UUID> components, int most) {
        return read(
                """
                select r.report_id, asked.id as component, r.body, r.traits
                from unnest(cast(:ids as uuid[])) as asked (id)
                cross join lateral (
                  select p.report_id from series.placement p where p.component = asked.id
                  order by p.reported_at desc, p.report_id desc limit :most) as member
                join series.report r on r.report_id = member.report_id
                union all
                select r.report_id, r.report_id, r.body, r.traits from series.report r
                where r.report_id = any (cast(:ids as uuid[]))
                  and not exists (
                    select from series.placement p where p.report_id = r.report_id)
                """,
                components,
                most);
    }

    /** Those of the given reports that are visible. */
    List<VisibleReport> of(Collection<UUID> reports) {
        return read(
                """
                select r.report_id, coalesce(p.component, r.report_id) as component, r.body,
                  r.traits
                from series.report r left join series.placement p on p.report_id = r.report_id
                where r.report_id = any (cast(:ids as uuid[])) limit :most
                """,
                reports,
                reports.size());
    }

    private record Stored(UUID component, String body, ReportTraits traits) {}

    private List<VisibleReport> read(String sql, Collection<UUID> ids, int most) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Stored> stored =
                jdbc.sql(sql)
                        .param("ids", Columns.ids(ids))
                        .param("most", most)
                        .query((row, number) -> {
                            UUID id = row.getObject("report_id", UUID.class);
                            return new Stored(
                                    row.getObject("component", UUID.class),
                                    row.getString("body"),
                                    ReportTraits.fromBytes(id, row.getBytes("traits")));
                        })
                        .list();
        Map<UUID, ReportRow> rows = new HashMap<>();
        lists.plain(stored.stream().map(one -> new ReportId(one.traits().id())).toList())
                .forEach(row -> rows.put(row.id().value(), row));
        List<VisibleReport> visible = new ArrayList<>();
        for (Stored one : stored) {
            ReportRow row = rows.get(one.traits().id());
            if (row != null) {
                visible.add(new VisibleReport(one.component(), one.body(), one.traits(), row));
            }
        }
        return visible;
    }
}
