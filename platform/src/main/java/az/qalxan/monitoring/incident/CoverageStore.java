package az.qalxan.monitoring.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what active rules name and what was found, by technique. */
@Component
class CoverageStore {

    private static final int RULES_MAX = 20_000;
    private static final int ROWS_MAX = 100;

    private final JdbcClient jdbc;

    CoverageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A rule that is active. */
    record ActiveRule(
            UUID version, String id, String title, String level, String author, List<String> tags) {

        ActiveRule {
            tags = List.copyOf(tags);
        }
    }

    /** Every rule of an active version that the caller may see. */
    List<ActiveRule> active() {
        return jdbc.sql(
                        """
                        select r.version_id, r.rule_id, r.title, r.level, r.author, r.tags
                        from monitoring.rule r
                        join monitoring.rule_version v on v.id = r.version_id
                        where v.state = 'active' order by r.title, r.rule_id limit :most
                        """)
                .param("most", RULES_MAX)
                .query(CoverageStore::rule)
                .list();
    }

    private static ActiveRule rule(ResultSet row, int number) throws SQLException {
        return new ActiveRule(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Arrays.asList((String[]) row.getArray(6).getArray()));
    }

    /** How often something of a technique was found. */
    record Hits(String technique, long findings) {}

    /** What was found since that moment. */
    List<Hits> hits(Instant since) {
        return jdbc.sql(
                        """
                        select t.technique, count(*)
                        from monitoring.alert_finding f
                        cross join lateral unnest(f.techniques) as t (technique)
                        where f.at >= :since group by t.technique order by count(*) desc
                        limit 1000
                        """)
                .param("since", AlertStore.utc(since))
                .query((row, number) -> new Hits(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Alerts of a technique since that moment, the latest first. */
    List<Alert> alerts(String technique, Instant since) {
        return jdbc.sql(
                        "select "
                                + AlertStore.COLUMNS
                                + """
                                from monitoring.alert a
                                where exists (select from monitoring.alert_finding f
                                  where f.alert_id = a.id and f.at >= :since
                                    and :technique = any (f.techniques))
                                order by a.last_at desc, a.id limit :most
                                """)
                .param("since", AlertStore.utc(since))
                .param("technique", technique)
                .param("most", ROWS_MAX)
                .query(AlertStore::alert)
                .list();
    }
}
