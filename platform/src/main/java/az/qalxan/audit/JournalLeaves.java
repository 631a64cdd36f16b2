package az.qalxan.audit;

import az.qalxan.ledger.LedgerSource;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands every record to the log of this instance. */
@Component
class JournalLeaves implements LedgerSource {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JournalLeaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "audit";
    }

    /** A number whose record is no more becomes a leaf that says so. */
    @Override
    public List<SourceRecord> take(int most) {
        return jdbc.sql(
                        """
                        with gone as (
                          delete from audit.waiting where ctid = any (array(
                            select ctid from audit.waiting limit :most))
                          returning sequence)
                        select gone.sequence, coalesce(e.at, now()), e.act, e.subject_kind,
                          e.subject_id, e.account, e.body, e.roles, e.circumstances::text,
                          e.concerned
                        from gone left join audit.event e using (sequence) order by 1
                        """)
                .param("most", most)
                .query(JournalLeaves::told)
                .list();
    }

    @Override
    public List<SourceRecord> find(Collection<Long> numbers) {
        return jdbc.sql(
                        """
                        select e.sequence, e.at, e.act, e.subject_kind, e.subject_id, e.account,
                          e.body, e.roles, e.circumstances::text, e.concerned
                        from audit.event e where e.sequence = any (:numbers)
                        """)
                .param("numbers", numbers.toArray(Long[]::new))
                .query(JournalLeaves::told)
                .list();
    }

    @Override
    public List<Long> settledAfter(long number, int most) {
        return jdbc.sql(
                        """
                        select sequence from (
                          select sequence from audit.event where sequence > :number
                          order by sequence limit :most) as page
                        except select sequence from audit.waiting
                        order by 1
                        """)
                .param("number", number)
                .param("most", most)
                .query((row, rowNumber) -> row.getLong(1))
                .list();
    }

    @Override
    public boolean erase(long number, Instant at, String reason) {
        return jdbc.sql("select audit.erase(:number, :at, :reason)")
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    private static SourceRecord told(ResultSet row, int rowNumber) throws SQLException {
        SortedMap<String, String> shown = new TreeMap<>();
        SortedMap<String, String> withheld = new TreeMap<>();
        long number = row.getLong(1);
        Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
        @Nullable String act = row.getString(3);
        if (act == null) {
            shown.put("missing", String.valueOf(number));
            return new SourceRecord(number, at, "", shown, withheld);
        }
        String subject = row.getString(4) + "/" + row.getString(5);
        shown.put("account", row.getString(6));
        shown.put("act", act);
        shown.put("body", row.getString(7));
        shown.put("roles", roles(row.getArray(8)));
        shown.put("kind", row.getString(4));
        withheld.put("subject", subject);
        @Nullable String concerned = row.getString(10);
        if (concerned != null) {
            withheld.put("concerned", concerned);
        }
        circumstances(row.getString(9), withheld);
        return new SourceRecord(number, at, subject, shown, withheld);
    }

    private static String roles(Array roles) throws SQLException {
        return String.join(",", (String[]) roles.getArray());
    }

    private static void circumstances(String json, SortedMap<String, String> into) {
        if (json.equals("{}")) {
            return;
        }
        for (Map.Entry<String, JsonNode> one : JSON.readTree(json).properties()) {
            JsonNode value = one.getValue();
            into.put(
                    "circumstance." + one.getKey(),
                    value.isString() ? value.asString() : value.toString());
        }
    }
}
