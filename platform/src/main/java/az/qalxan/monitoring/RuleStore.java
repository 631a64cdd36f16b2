package az.qalxan.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps rule sets and their versions; row-level security decides which a caller sees. */
@Component
class RuleStore {

    private static final String VERSION =
            """
            select v.id, v.set_id, s.name, s.body, s.reach, s.budget, v.number, v.state, v.note,
              v.made_at, v.made_by, v.files, v.rules, v.correlations, v.refused, v.cases, v.failed,
              v.version
            from monitoring.rule_version v join monitoring.rule_set s on s.id = v.set_id
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A set of rules. */
    record Set(
            UUID id,
            String body,
            String name,
            boolean every,
            int budget,
            Instant madeAt,
            String madeBy) {}

    Optional<UUID> insertSet(String name, boolean every, int budget, String by, Instant now) {
        return jdbc.sql(
                        """
                        insert into monitoring.rule_set (name, reach, budget, made_at, made_by)
                        values (:name, :reach, :budget, :now, :by)
                        on conflict on constraint rule_set_name_once do nothing returning id
                        """)
                .param("name", name)
                .param("reach", every ? "every" : "own")
                .param("budget", budget)
                .param("now", EventSourceStore.utc(now))
                .param("by", by)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    List<Set> sets() {
        return sets("order by name limit 500", new UUID(0, 0));
    }

    Optional<Set> set(UUID id) {
        return sets("where id = :id", id).stream().findFirst();
    }

    private List<Set> sets(String rest, UUID id) {
        return jdbc.sql(
                        "select id, body, name, reach = 'every', budget, made_at, made_by"
                                + " from monitoring.rule_set "
                                + rest)
                .param("id", id)
                .query((row, number) ->
                        new Set(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getInt(5),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                row.getString(7)))
                .list();
    }

    boolean budget(UUID set, int budget) {
        return jdbc.sql("update monitoring.rule_set set budget = :budget where id = :id")
                        .param("budget", budget)
                        .param("id", set)
                        .update()
                == 1;
    }

    /** Keeps a version of a set as a draft. */
    UUID insertVersion(UUID set, RulePackage files, RuleCheck check, Made made) {
        return jdbc.sql(
                        """
                        insert into monitoring.rule_version (set_id, number, note, digest, made_at,
                          made_by, files, rules, correlations, refused, cases, failed, flaws)
                        select :set, coalesce(max(number), 0) + 1, :note, :digest, :now, :by,
                          :files, :rules, :correlations, :refused, :cases, :failed,
                          cast(:flaws as jsonb)
                        from monitoring.rule_version where set_id = :set
                        returning id
                        """)
                .param("set", set)
                .param("note", made.note())
                .param("digest", files.digest())
                .param("now", EventSourceStore.utc(made.at()))
                .param("by", made.by())
                .param("files", files.rules().size())
                .param("rules", check.rules().rules().size())
                .param("correlations", check.rules().correlations().size())
                .param("refused", check.refused())
                .param("cases", check.cases())
                .param("failed", check.failures().size())
                .param("flaws", check.json())
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    /** Who made a version, when and why. */
    record Made(String by, Instant at, String note) {}

    void insertFiles(UUID version, Map<String, byte[]> files) {
        jdbc.sql(
                        """
                        insert into monitoring.rule_file (version_id, path, content)
                        select :version, path, content
                        from unnest(:paths, cast(:contents as bytea[])) as new (path, content)
                        """)
                .param("version", version)
                .param("paths", files.keySet().toArray(String[]::new))
                .param("contents", files.values().toArray(byte[][]::new))
                .update();
    }

    Map<String, byte[]> files(UUID version) {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        jdbc.sql("select path, content from monitoring.rule_file where version_id = :id")
                .param("id", version)
                .query(row -> {
                    files.put(row.getString(1), row.getBytes(2));
                });
        return files;
    }

    Optional<byte[]> file(UUID version, String path) {
        return jdbc.sql(
                        """
                        select content from monitoring.rule_file
                        where version_id = :id and path = :path
                        """)
                .param("id", version)
                .param("path", path)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void insertRules(UUID version, List<KeptRule> rules) {
        jdbc.sql(
                        """
                        insert into monitoring.rule (version_id, rule_id, kind, title, level,
                          status, author, license, tags, refs, false_positives, path, line,
                          logsource)
                        select :version, r ->> 'id', r ->> 'kind', r ->> 'title', r ->> 'level',
                          r ->> 'status', r ->> 'author', r ->> 'license',
                          array(select jsonb_array_elements_text(r -> 'tags')),
                          array(select jsonb_array_elements_text(r -> 'refs')),
                          array(select jsonb_array_elements_text(r -> 'positives')),
                          r ->> 'path', cast(r ->> 'line' as integer), r ->> 'logsource'
                        from jsonb_array_elements(cast(:rules as jsonb)) as r
                        """)
                .param("version", version)
                .param(
                        "rules",
                        JSON.writeValueAsString(rules.stream().map(RuleStore::row).toList()))
                .update();
    }

    private static Map<String, Object> row(KeptRule rule) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", rule.head().id());
        row.put("kind", rule.head().correlation() ? "correlation" : "rule");
        row.put("title", clean(rule.head().title()));
        row.put("level", rule.head().level());
        row.put("status", rule.status());
        row.put("author", clean(rule.head().author()));
        row.put("license", clean(rule.head().license()));
        row.put("tags", rule.head().tags().stream().map(RuleStore::clean).toList());
        row.put("refs", rule.references().stream().map(RuleStore::clean).toList());
        row.put("positives", rule.falsePositives().stream().map(RuleStore::clean).toList());
        row.put("path", rule.path());
        row.put("line", rule.line());
        row.put("logsource", clean(rule.logSource()));
        return row;
    }

    /** PostgreSQL keeps no zero in a text. */
    static String clean(String text) {
        return text.replace("\0", "\u2400");
    }

    /** The rules of a version, the gravest first. */
    List<KeptRule> rules(UUID version) {
        return jdbc.sql(
                        """
                        select version_id, rule_id, kind, title, level, status, author, license,
                          tags, refs, false_positives, path, line, logsource
                        from monitoring.rule where version_id = :id
                        order by array_position(array['critical', 'high', 'medium', 'low',
                          'informational', 'unstated'], level), title
                        limit 20000
                        """)
                .param("id", version)
                .query(RuleStore::rule)
                .list();
    }

    Optional<KeptRule> rule(UUID version, String id) {
        return jdbc.sql(
                        """
                        select version_id, rule_id, kind, title, level, status, author, license,
                          tags, refs, false_positives, path, line, logsource
                        from monitoring.rule where version_id = :version and rule_id = :id
                        """)
                .param("version", version)
                .param("id", id)
                .query(RuleStore::rule)
                .optional();
    }

    /** Which rules of which versions. */
    Map<UUID, Map<String, RuleHead>> heads(Collection<UUID> versions) {
        Map<UUID, Map<String, RuleHead>> heads = new HashMap<>();
        jdbc.sql(
                        """
                        select version_id, rule_id, kind, title, level, status, author, license,
                          tags, refs, false_positives, path, line, logsource
                        from monitoring.rule where version_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", versions.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    RuleHead head = rule(row, 0).head();
                    heads.computeIfAbsent(head.version(), _ -> new HashMap<>())
                            .put(head.id(), head);
                });
        return heads;
    }

    private static KeptRule rule(ResultSet row, int number) throws SQLException {
        return new KeptRule(
                new RuleHead(
                        row.getString(2),
                        row.getString(4),
                        row.getString(5),
                        row.getString(7),
                        row.getString(8),
                        texts(row, 9),
                        row.getObject(1, UUID.class),
                        row.getString(3).equals("correlation")),
                row.getString(6),
                texts(row, 10),
                texts(row, 11),
                row.getString(12),
                row.getInt(13),
                row.getString(14));
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** The versions whose rules judge events now: active ones, and those on trial. */
    List<RuleVersion> judging() {
        return jdbc.sql(VERSION + "where v.state in ('active', 'trial') order by v.id")
                .query(RuleStore::version)
                .list();
    }

    Optional<RuleVersion> version(UUID id) {
        return jdbc.sql(VERSION + "where v.id = :id")
                .param("id", id)
                .query(RuleStore::version)
                .optional();
    }

    List<RuleVersion> versions(UUID set) {
        return jdbc.sql(VERSION + "where v.set_id = :id order by v.number desc limit 200")
                .param("id", set)
                .query(RuleStore::version)
                .list();
    }

    /** Of each set the version in force, that on trial, and the newest. */
    List<RuleVersion> ofSets() {
        return jdbc.sql(
                        VERSION
                                + """
                                where v.state in ('active', 'trial') or v.number = (
                                  select max(number) from monitoring.rule_version o
                                  where o.set_id = v.set_id)
                                order by v.number desc
                                """)
                .query(RuleStore::version)
                .list();
    }

    /** Whether the version was tried on stored events, and that ended well. */
    boolean tried(UUID version) {
        return jdbc.sql(
                        """
                        select exists (select from monitoring.back_test
                                        where version_id = :id and state = 'done')
                        """)
                .param("id", version)
                .query(Boolean.class)
                .single();
    }

    boolean move(RuleVersion version, String state) {
        return jdbc.sql(
                                """
                                update monitoring.rule_version
                                set state = :state, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("state", state)
                        .param("id", version.id())
                        .param("version", version.version())
                        .update()
                == 1;
    }

    void note(UUID version, String state, String by, String reason, Instant now) {
        jdbc.sql(
                        """
                        insert into monitoring.rule_step (version_id, at, state, name, reason)
                        values (:version, :at, :state, :name, :reason)
                        """)
                .param("version", version)
                .param("at", EventSourceStore.utc(now))
                .param("state", state)
                .param("name", by)
                .param("reason", reason)
                .update();
    }

    /** What became of a version. */
    record Step(Instant at, String state, String name, String reason) {}

    List<Step> steps(UUID version) {
        return jdbc.sql(
                        """
                        select at, state, name, reason from monitoring.rule_step
                        where version_id = :id order by id limit 500
                        """)
                .param("id", version)
                .query((row, number) ->
                        new Step(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    /** What is wrong with a version's files, as it was found when they came. */
    String flaws(UUID version) {
        return jdbc.sql("select flaws from monitoring.rule_version where id = :id")
                .param("id", version)
                .query(String.class)
                .single();
    }

    private static RuleVersion version(ResultSet row, int number) throws SQLException {
        return new RuleVersion(
                row.getObject(1, UUID.class),
                new RuleVersion.Of(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5).equals("every"),
                        row.getInt(6)),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getString(11),
                new RuleVersion.Counts(
                        row.getInt(12),
                        row.getInt(13),
                        row.getInt(14),
                        row.getInt(15),
                        row.getInt(16),
                        row.getInt(17)),
                row.getInt(18));
    }
}
