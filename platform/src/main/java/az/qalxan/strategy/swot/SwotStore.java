package az.qalxan.strategy.swot;

import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps entries and their versions; a version gets its verdict once. */
@Component
class SwotStore {

    private static final String SELECT =
            """
            select e.id as entry, e.number, v.id, v.version, v.kind, v.field, v.words_az,
              v.words_en, v.evidence, v.link, v.evidence_on, v.measures, v.targets, v.risks,
              v.reason, v.proposed_at, v.account, v.author, v.body, v.decided_at, v.verdict,
              v.decider, v.remark
            from strategy.swot_version v join strategy.swot_entry e on e.id = v.entry
            """;

    private final JdbcClient jdbc;

    SwotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a new entry; gives its number. */
    long insert(UUID id, Instant at) {
        return jdbc.sql(
                        """
                        insert into strategy.swot_entry (id, made_at) values (:id, :at)
                        returning number
                        """)
                .param("id", id)
                .param("at", utc(at))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Keeps a version that waits; false when another one waits already. */
    boolean propose(UUID entry, Entry.Version version) {
        Entry.Said said = version.said();
        return jdbc.sql(
                                """
                                insert into strategy.swot_version (id, entry, version, kind, field,
                                  words_az, words_en, evidence, link, evidence_on, measures,
                                  targets, risks, reason, proposed_at, account, author, body)
                                values (:id, :entry, :version, :kind, :field, :az, :en, :evidence,
                                  :link, :evidenceOn, :measures, :targets, :risks, :reason, :at,
                                  :account, :author, :body)
                                on conflict do nothing
                                """)
                        .param("id", version.id())
                        .param("entry", entry)
                        .param("version", version.version())
                        .param("kind", version.kind().code())
                        .param("field", said.field().code())
                        .param("az", said.words().az())
                        .param("en", said.words().en())
                        .param("evidence", said.evidence())
                        .param("link", said.link())
                        .param("evidenceOn", said.evidenceOn())
                        .param("measures", said.measures().toArray(String[]::new))
                        .param("targets", said.targets().toArray(String[]::new))
                        .param("risks", said.risks().toArray(String[]::new))
                        .param("reason", version.reason())
                        .param("at", utc(version.proposedAt()))
                        .param("account", version.author().account())
                        .param("author", version.author().name())
                        .param("body", version.author().body())
                        .update()
                == 1;
    }

    /** Gives a waiting version its verdict; false when it has one. */
    boolean decide(UUID version, Entry.Verdict verdict, String account) {
        return jdbc.sql(
                                """
                                update strategy.swot_version
                                set decided_at = :at, verdict = :verdict,
                                  decider_account = :account, decider = :name, remark = :remark
                                where id = :id and decided_at is null
                                """)
                        .param("at", utc(verdict.at()))
                        .param("verdict", verdict.code())
                        .param("account", account)
                        .param("name", verdict.name())
                        .param("remark", verdict.remark())
                        .param("id", version)
                        .update()
                == 1;
    }

    /** Every entry with every version, by number. */
    List<Entry> all() {
        return entries(
                jdbc.sql(SELECT + "order by e.number, v.version").query(SwotStore::row).list());
    }

    Optional<Entry> find(long number) {
        return entries(
                        jdbc.sql(SELECT + "where e.number = :number order by v.version")
                                .param("number", number)
                                .query(SwotStore::row)
                                .list())
                .stream()
                .findFirst();
    }

    private record Row(UUID entry, long number, Entry.Version version) {}

    private static List<Entry> entries(List<Row> rows) {
        Map<UUID, List<Row>> byEntry = new LinkedHashMap<>();
        rows.forEach(one -> byEntry.computeIfAbsent(one.entry(), id -> new ArrayList<>()).add(one));
        return byEntry.values().stream()
                .map(one ->
                        new Entry(
                                one.getFirst().entry(),
                                one.getFirst().number(),
                                one.stream().map(Row::version).toList()))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("entry", UUID.class), row.getLong("number"), version(row));
    }

    private static Entry.Version version(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Entry.Version(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                Entry.Kind.of(row.getString("kind")),
                new Entry.Said(
                        Field.of(row.getString("field")),
                        new Words(row.getString("words_az"), row.getString("words_en")),
                        row.getString("evidence"),
                        row.getString("link"),
                        row.getObject("evidence_on", LocalDate.class),
                        texts(row, "measures"),
                        texts(row, "targets"),
                        texts(row, "risks")),
                row.getString("reason"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                new Entry.Author(
                        row.getString("account"), row.getString("author"), row.getString("body")),
                decided == null
                        ? null
                        : new Entry.Verdict(
                                decided.toInstant(),
                                row.getString("verdict"),
                                row.getString("decider"),
                                row.getString("remark")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
