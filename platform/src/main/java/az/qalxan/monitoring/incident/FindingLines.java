package az.qalxan.monitoring.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings of alerts as pages show them, always with the author and licence of their rule. */
@Component
class FindingLines {

    static final int ROWS_MAX = 400;
    private static final int MATCHED_MAX = 6;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    FindingLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A finding.
     *
     * @param level 1 to 5
     * @param matched fields with the values that made the rule hold
     */
    record Line(
            UUID id,
            UUID alert,
            Instant at,
            Instant seen,
            String ruleId,
            String title,
            int level,
            String author,
            String license,
            List<String> techniques,
            String source,
            List<Value> matched) {

        Line {
            techniques = List.copyOf(techniques);
            matched = List.copyOf(matched);
        }
    }

    /** A field with its value. */
    record Value(String field, String value) {}

    /** The latest findings of those alerts, the oldest of them first. */
    List<Line> of(Collection<UUID> alerts) {
        return jdbc.sql(
                        """
                        select f.id, t.alert_id, f.at, f.seen_at, f.rule_id, f.rule_title, t.level,
                          coalesce(r.author, ''), coalesce(r.license, ''), t.techniques, s.name,
                          f.matched::text
                        from monitoring.alert_finding t
                        join monitoring.finding f on f.id = t.finding_id
                        left join monitoring.rule r
                          on r.version_id = f.version_id and r.rule_id = f.rule_id
                        join monitoring.source s on s.id = f.source_id
                        where t.alert_id = any (cast(:alerts as uuid[]))
                        order by t.at desc, t.finding_id limit :most
                        """)
                .param("alerts", AlertStore.texts(alerts, UUID::toString))
                .param("most", ROWS_MAX)
                .query(FindingLines::line)
                .list()
                .reversed();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                AlertStore.instant(row, 3),
                AlertStore.instant(row, 4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                Arrays.asList((String[]) row.getArray(10).getArray()),
                row.getString(11),
                matched(row.getString(12)));
    }

    private static List<Value> matched(String json) {
        List<Value> values = new ArrayList<>();
        for (JsonNode one : JSON.readTree(json)) {
            if (values.size() < MATCHED_MAX) {
                values.add(
                        new Value(one.path("field").asString(""), one.path("value").asString("")));
            }
        }
        return values;
    }

    /** The ties of those alerts. */
    List<Tie> ties(Collection<UUID> alerts) {
        return jdbc.sql(
                        """
                        select alert_id, kind, value from monitoring.alert_entity
                        where alert_id = any (cast(:alerts as uuid[]))
                        order by kind, value limit :most
                        """)
                .param("alerts", AlertStore.texts(alerts, UUID::toString))
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Tie(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }
}
