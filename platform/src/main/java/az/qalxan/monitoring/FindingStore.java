package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps findings; row-level security decides which a caller sees. */
@Component
class FindingStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Matched>> MATCHED = new TypeReference<>() {};
    private static final TypeReference<List<Entity>> ENTITIES = new TypeReference<>() {};

    private static final String SELECT =
            """
            select f.id, f.body, f.handling, f.source_id, f.event_id, f.event_ids, f.at, f.seen_at,
              f.matched, f.entities, f.trial, f.suppressed_by, f.over_budget,
              f.rule_id, coalesce(r.title, f.rule_title), coalesce(r.level, f.level),
              coalesce(r.author, f.indicator ->> 'sender'),
              coalesce(r.license, f.indicator ->> 'marking'), coalesce(r.tags, '{}'),
              coalesce(f.version_id, '00000000-0000-0000-0000-000000000000'),
              coalesce(r.kind = 'correlation', false), s.name, f.indicator
            from monitoring.finding f
            left join monitoring.rule r
              on r.version_id = f.version_id and r.rule_id = f.rule_id
            join monitoring.source s on s.id = f.source_id
            """;

    private final JdbcClient jdbc;
    private final EventIds ids;

    FindingStore(JdbcClient jdbc, EventIds ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * A finding that is to be written.
     *
     * @param suppressedBy null where nothing suppresses it
     */
    record Fresh(
            UUID id, Draft draft, boolean trial, @Nullable UUID suppressedBy, boolean overBudget) {}

    UUID id() {
        return ids.drawing().next();
    }

    /**
     * Writes findings; one that stands already is left out.
     *
     * @return the ids of those that were written
     */
    List<UUID> insert(List<Fresh> findings, Instant seen) {
        if (findings.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        insert into monitoring.finding (id, body, handling, source_id, event_id,
                          batch_id, at, seen_at, version_id, rule_id, rule_title, level, matched,
                          entities, event_ids, group_key, trial, suppressed_by, over_budget,
                          indicator)
                        select cast(f ->> 'id' as uuid), f ->> 'body',
                          cast(f ->> 'handling' as smallint), cast(f ->> 'source' as uuid),
                          cast(f ->> 'event' as uuid), cast(f ->> 'batch' as bigint),
                          cast(f ->> 'at' as timestamptz), :seen, cast(f ->> 'version' as uuid),
                          f ->> 'rule', f ->> 'title', f ->> 'level', f -> 'matched',
                          f -> 'entities',
                          array(select cast(jsonb_array_elements_text(f -> 'events') as uuid)),
                          f ->> 'group', cast(f ->> 'trial' as boolean),
                          cast(f ->> 'suppressed' as uuid), cast(f ->> 'over' as boolean),
                          nullif(f -> 'indicator', 'null')
                        from jsonb_array_elements(cast(:findings as jsonb)) as f
                        on conflict on constraint finding_once do nothing
                        returning id
                        """)
                .param("seen", EventSourceStore.utc(seen))
                .param(
                        "findings",
                        JSON.writeValueAsString(findings.stream().map(FindingStore::row).toList()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Map<String, @Nullable Object> row(Fresh fresh) {
        Draft draft = fresh.draft();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", fresh.id());
        row.put("body", draft.source().body());
        row.put("handling", draft.handling().rank());
        row.put("source", draft.source().id());
        row.put("event", draft.event());
        row.put("batch", draft.batch());
        row.put("at", draft.at().toString());
        row.put("version", draft.indicator() == null ? draft.version().id() : null);
        row.put("rule", draft.rule().id());
        row.put("title", RuleStore.clean(draft.rule().title()));
        row.put("level", draft.rule().level());
        row.put("matched", draft.matched());
        row.put("entities", draft.entities());
        row.put("events", draft.events());
        row.put("group", draft.group());
        row.put("trial", fresh.trial());
        row.put("suppressed", fresh.suppressedBy());
        row.put("over", fresh.overBudget());
        row.put("indicator", IndicatorJson.of(draft.indicator()));
        return row;
    }

    /** What a rule found on a day at a body. */
    record Day(UUID version, String rule, String body, String day) {}

    /** Counts findings of days; gives how many each has now. */
    Map<Day, Integer> count(Map<Day, Integer> more) {
        Map<Day, Integer> now = new HashMap<>();
        List<Day> days = List.copyOf(more.keySet());
        jdbc.sql(
                        """
                        insert into monitoring.rule_day (version_id, rule_id, body, day, findings)
                        select version, rule, body, day, more
                        from unnest(cast(:versions as uuid[]), :rules, :bodies,
                          cast(:days as date[]), cast(:more as integer[]))
                          as new (version, rule, body, day, more)
                        on conflict (version_id, rule_id, body, day)
                          do update set findings = rule_day.findings + excluded.findings
                        returning version_id, rule_id, body, day, findings
                        """)
                .param(
                        "versions",
                        days.stream().map(one -> one.version().toString()).toArray(String[]::new))
                .param("rules", days.stream().map(Day::rule).toArray(String[]::new))
                .param("bodies", days.stream().map(Day::body).toArray(String[]::new))
                .param("days", days.stream().map(Day::day).toArray(String[]::new))
                .param("more", days.stream().map(more::get).toArray(Integer[]::new))
                .query(row -> {
                    Day day =
                            new Day(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4));
                    now.put(day, row.getInt(5));
                });
        return now;
    }

    /** A rule that finds more than its noise budget allows on a day. */
    record Noisy(UUID version, String rule, String title, String body, int findings, int budget) {}

    List<Noisy> noisy(String day) {
        return jdbc.sql(
                        """
                        select d.version_id, d.rule_id, coalesce(r.title, d.rule_id), d.body,
                               d.findings, coalesce(s.budget, :budget)
                        from monitoring.rule_day d
                        left join monitoring.rule r
                          on r.version_id = d.version_id and r.rule_id = d.rule_id
                        left join monitoring.rule_version v on v.id = d.version_id
                        left join monitoring.rule_set s on s.id = v.set_id
                        where d.day = cast(:day as date)
                          and d.findings > coalesce(s.budget, :budget)
                        order by d.findings desc, d.rule_id, d.body limit 100
                        """)
                .param("day", day)
                .param("budget", IndicatorRule.BUDGET)
                .query((row, number) ->
                        new Noisy(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getInt(6)))
                .list();
    }

    /** A finding with what was decided about telling it. */
    record Row(
            KeptFinding finding,
            String sourceName,
            @Nullable UUID suppressedBy,
            boolean overBudget) {}

    List<Row> page(FindingFilter filter, int rows) {
        return asked(filter, "desc", rows);
    }

    /** The first that come after the filter's place, so that none is passed over; newest first. */
    List<Row> since(FindingFilter filter, int rows) {
        return asked(filter, "asc", rows).reversed();
    }

    private List<Row> asked(FindingFilter filter, String order, int rows) {
        @Nullable UUID before = filter.before();
        @Nullable UUID after = filter.after();
        @Nullable UUID source = filter.source();
        return jdbc.sql(
                        SELECT
                                + "where f.id < :before and f.id > :after and "
                                + filter.show().condition()
                                + (filter.level().isEmpty() ? "" : " and f.level = any (:levels)")
                                + (filter.body().isEmpty() ? "" : " and f.body = :body")
                                + (filter.rule().isEmpty() ? "" : " and f.rule_id = :rule")
                                + (source == null ? "" : " and f.source_id = :source")
                                + (filter.entity().isEmpty()
                                        ? ""
                                        : " and f.entities @> any (cast(:entities as jsonb[]))")
                                + " order by f.id "
                                + order
                                + " limit :rows")
                .param("before", before == null ? new UUID(-1, -1) : before)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("levels", filter.levels())
                .param("body", filter.body())
                .param("rule", filter.rule())
                .param("source", source == null ? new UUID(0, 0) : source)
                .param("entities", entities(filter.entity()))
                .param("rows", rows)
                .query(FindingStore::read)
                .list();
    }

    private static String[] entities(String value) {
        return Arrays.stream(Entities.keys(value))
                .map(key -> {
                    int colon = key.indexOf(':');
                    return JSON.writeValueAsString(
                            List.of(new Entity(key.substring(0, colon), key.substring(colon + 1))));
                })
                .toArray(String[]::new);
    }

    List<Row> of(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where f.id = any (cast(:ids as uuid[])) order by f.id")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(FindingStore::read)
                .list();
    }

    /** The findings of a version by rule, since a moment. */
    Map<String, Integer> byRule(UUID version) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql(
                        """
                        select rule_id, count(*) from monitoring.finding
                        where version_id = :id group by rule_id
                        """)
                .param("id", version)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        KeptFinding finding =
                new KeptFinding(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Handling.ofRank(row.getInt(3)),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        new ArrayList<>(Arrays.asList((UUID[]) row.getArray(6).getArray())),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        new RuleHead(
                                row.getString(14),
                                row.getString(15),
                                row.getString(16),
                                row.getString(17),
                                row.getString(18),
                                RuleStore.texts(row, 19),
                                row.getObject(20, UUID.class),
                                row.getBoolean(21)),
                        JSON.readValue(row.getString(9), MATCHED),
                        JSON.readValue(row.getString(10), ENTITIES),
                        row.getBoolean(11),
                        IndicatorJson.read(row.getString(23)));
        return new Row(
                finding, row.getString(22), row.getObject(12, UUID.class), row.getBoolean(13));
    }
}
