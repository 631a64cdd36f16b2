package az.qalxan.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads records, the latest first. */
@Component
class JournalStore {

    static final int ROWS_MAX = 10_001;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for; null lets everything through.
     *
     * @param accounts any of these accounts; an empty list finds nothing
     * @param before records written before this place
     */
    record Query(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable List<String> accounts,
            String act,
            List<String> kinds,
            String subject,
            String body,
            long before) {

        Query {
            kinds = List.copyOf(kinds);
        }
    }

    /** The conditions are put together so that each one present can use its index. */
    List<AuditRecord> records(Query asked, int rows) {
        List<String> where = new ArrayList<>(List.of("sequence < :before"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("before", asked.before());
        values.put("rows", Math.clamp(rows, 1, ROWS_MAX));
        if (asked.from() != null) {
            add(where, values, "at >= :from", "from", utc(asked.from()));
        }
        if (asked.until() != null) {
            add(where, values, "at < :until", "until", utc(asked.until()));
        }
        if (asked.accounts() != null) {
            add(where, values, "account = any (:accounts)", "accounts", array(asked.accounts()));
        }
        if (!asked.act().isEmpty()) {
            add(where, values, "act = :act", "act", asked.act());
        }
        if (!asked.kinds().isEmpty()) {
            add(where, values, "subject_kind = any (:kinds)", "kinds", array(asked.kinds()));
        }
        if (!asked.subject().isEmpty()) {
            add(where, values, "subject_id = :subject", "subject", asked.subject());
        }
        if (!asked.body().isEmpty()) {
            add(where, values, "body = :body", "body", asked.body());
        }
        return jdbc.sql(
                        """
                        select sequence, at, act, subject_kind, subject_id, account, body, roles,
                          circumstances::text
                        from audit.event
                        where %s
                        order by sequence desc limit :rows
                        """
                                .formatted(String.join(" and ", where)))
                .params(values)
                .query(JournalStore::record)
                .list();
    }

    private static void add(
            List<String> where,
            Map<String, Object> values,
            String condition,
            String name,
            Object value) {
        where.add(condition);
        values.put(name, value);
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditRecord record(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray(8);
        return new AuditRecord(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                new AuditSubject(row.getString(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                Arrays.stream((String[]) roles.getArray()).filter(one -> !one.isEmpty()).toList(),
                circumstances(row.getString(9)));
    }

    private static Map<String, String> circumstances(String json) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : JSON.readTree(json).properties()) {
            found.put(one.getKey(), one.getValue().asString());
        }
        return found;
    }
}
