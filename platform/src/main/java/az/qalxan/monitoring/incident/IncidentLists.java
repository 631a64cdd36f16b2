package az.qalxan.monitoring.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists incidents and alerts, page by page. */
@Component
class IncidentLists {

    static final int PAGE_ROWS = 50;

    /** What can be asked for, as the page offers it. */
    static final List<String> STATES =
            List.of("open", "new", "acknowledged", "closed", "merged", "all");

    private static final String SELECT =
            "select "
                    + IncidentStore.COLUMNS
                    + """
                    , (select count(*) from monitoring.incident_alert t
                        where t.incident_id = i.id) as alerts,
                      coalesce((select sum(a.findings) from monitoring.incident_alert t
                        join monitoring.alert a on a.id = t.alert_id
                        where t.incident_id = i.id), 0) as findings
                    from monitoring.incident i
                    """;

    private final JdbcClient jdbc;

    IncidentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An incident in a list. */
    record Row(Incident incident, long alerts, long findings) {}

    /**
     * What is asked for; empty texts leave out a condition.
     *
     * @param state open, all, or a state
     * @param page from 0
     */
    record Filter(String state, String severity, String category, String body, int page) {

        String query() {
            return "?state="
                    + state
                    + "&severity="
                    + severity
                    + "&category="
                    + category
                    + "&body="
                    + body;
        }
    }

    /** One row more than a page, so that it is known whether there is another. */
    List<Row> incidents(Filter filter) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (:state = 'all' or (:state = 'open'
                                      and i.state in ('new', 'acknowledged')) or i.state = :state)
                                  and (:severity = '' or i.severity = :severity)
                                  and (:category = '' or i.category = :category
                                    or i.category like :category || '/%')
                                  and (:body = '' or i.body = :body)
                                order by i.state in ('new', 'acknowledged') desc,
                                  array_position(array['critical', 'high', 'medium', 'low'],
                                    case when i.state in ('new', 'acknowledged') then i.severity
                                      else 'low' end),
                                  i.opened_at desc, i.id
                                limit :most offset :skipped
                                """)
                .param("state", filter.state())
                .param("severity", filter.severity())
                .param("category", filter.category())
                .param("body", filter.body())
                .param("most", PAGE_ROWS + 1)
                .param("skipped", (long) filter.page() * PAGE_ROWS)
                .query((row, number) ->
                        new Row(
                                IncidentStore.incident(row, number),
                                row.getLong("alerts"),
                                row.getLong("findings")))
                .list();
    }

    /** Open incidents by severity, in the order of their severities. */
    record Open(String severity, long count) {}

    List<Open> open() {
        return jdbc.sql(
                        """
                        select s.severity, count(i.id)
                        from unnest(array['critical', 'high', 'medium', 'low'])
                          with ordinality as s (severity, place)
                        left join monitoring.incident i on i.severity = s.severity
                          and i.state in ('new', 'acknowledged')
                        group by s.severity, s.place order by s.place
                        """)
                .query((row, number) -> new Open(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Bodies that have incidents in the caller's sight. */
    List<String> bodies() {
        return jdbc.sql("select distinct body from monitoring.incident order by body limit 100")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /**
     * An alert in a list.
     *
     * @param incident the number of its incident; empty for none
     */
    record AlertRow(Alert alert, String incident, String dismissedBy, String words) {}

    /** Alerts, the latest first; {@code waiting} leaves out what is in an incident or set aside. */
    List<AlertRow> alerts(boolean waiting, int page) {
        return jdbc.sql(
                        "select "
                                + AlertStore.COLUMNS
                                + """
                                , coalesce((select min(i.number) from monitoring.incident_alert t
                                    join monitoring.incident i on i.id = t.incident_id
                                    where t.alert_id = a.id), '') as incident,
                                  a.dismissed_by, a.words
                                from monitoring.alert a
                                where not :waiting or (a.dismissed_at is null and not exists (
                                  select from monitoring.incident_alert t where t.alert_id = a.id))
                                order by a.last_at desc, a.id limit :most offset :skipped
                                """)
                .param("waiting", waiting)
                .param("most", PAGE_ROWS + 1)
                .param("skipped", (long) page * PAGE_ROWS)
                .query(IncidentLists::row)
                .list();
    }

    private static AlertRow row(ResultSet row, int number) throws SQLException {
        return new AlertRow(
                AlertStore.alert(row, number),
                row.getString("incident"),
                row.getString("dismissed_by"),
                row.getString("words"));
    }

    /** Open incidents of the same body that share an entity with that one, for merging. */
    List<Row> related(UUID incident) {
        return jdbc.sql(
                        SELECT
                                + """
                                join monitoring.incident o on o.id = :id and o.body = i.body
                                  and o.scope = i.scope and i.id <> o.id
                                where i.state in ('new', 'acknowledged') and exists (
                                  select from monitoring.incident_alert mine
                                  join monitoring.alert_entity e on e.alert_id = mine.alert_id
                                  join monitoring.alert_entity f on f.kind = e.kind
                                    and f.value = e.value
                                  join monitoring.incident_alert theirs
                                    on theirs.alert_id = f.alert_id and theirs.incident_id = i.id
                                  where mine.incident_id = o.id)
                                order by i.opened_at desc limit 10
                                """)
                .param("id", incident)
                .query((row, number) ->
                        new Row(
                                IncidentStore.incident(row, number),
                                row.getLong("alerts"),
                                row.getLong("findings")))
                .list();
    }

    /** Critical cases and others that nobody has acknowledged, for the first page. */
    long waiting(boolean critical) {
        return jdbc.sql(
                        """
                        select count(*) from monitoring.incident
                        where state = 'new' and (severity = 'critical') = :critical
                        """)
                .param("critical", critical)
                .query(Long.class)
                .single();
    }
}
