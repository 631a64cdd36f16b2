package az.qalxan.monitoring.incident;

import az.qalxan.access.Handling;
import az.qalxan.monitoring.Entity;
import az.qalxan.monitoring.criterion.Sighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps alerts, what is filed under them, and whom they speak of. */
@Component
class AlertStore {

    /** Findings of an alert that criteria look at: the latest ones. */
    static final int SIGHTINGS_MAX = 2_000;

    /** Findings of all alerts that are judged together: the latest ones. */
    static final int TOGETHER_MAX = 10_000;

    private static final int TRACES_MAX = 100;
    private static final int TECHNIQUES_MAX = 200;
    private static final int NEIGHBOURS_MAX = 500;

    /** What {@link #alert} reads, in its order. */
    static final String COLUMNS =
            """
            a.id, a.body, a.handling, a.sector, a.entity_kind, a.entity, a.first_at, a.last_at,
              a.seen_at, a.findings, a.level, a.title
            """;

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one batch of findings of a body at a time be filed, until its transaction ends. */
    void lock(String body) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('monitoring.alert:' || :body))")
                .param("body", body)
                .query((row, number) -> "")
                .list();
    }

    /** What a source is, for criteria. */
    record Watched(String sector, int criticality) {}

    Map<UUID, Watched> watched(Collection<UUID> sources) {
        Map<UUID, Watched> found = new HashMap<>();
        jdbc.sql(
                        """
                        select id, sector, criticality from monitoring.source
                        where id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", texts(sources, UUID::toString))
                .query(row -> {
                    found.put(
                            row.getObject(1, UUID.class),
                            new Watched(row.getString(2), row.getInt(3)));
                });
        return found;
    }

    /** Alerts of a body that stand for one of those entities in that time. */
    List<Alert> standing(String body, Collection<Entity> entities, Instant from, Instant until) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from unnest(cast(:kinds as text[]), cast(:values as text[]))
                                    as e (kind, value)
                                join monitoring.alert a on a.body = :body
                                  and a.entity_kind = e.kind and a.entity = e.value
                                where a.dismissed_at is null and a.last_at >= :from
                                  and a.first_at <= :until
                                """)
                .param("kinds", texts(entities, Entity::kind))
                .param("values", texts(entities, Entity::value))
                .param("body", body)
                .param("from", utc(from))
                .param("until", utc(until))
                .query(AlertStore::alert)
                .list();
    }

    /** Writes alerts as they are now. */
    void save(List<Alert> alerts) {
        jdbc.sql(
                        """
                        insert into monitoring.alert as a (id, body, handling, sector, entity_kind,
                          entity, first_at, last_at, seen_at, findings, level, title)
                        select * from unnest(cast(:ids as uuid[]), cast(:bodies as text[]),
                          cast(:handlings as smallint[]), cast(:sectors as text[]),
                          cast(:kinds as text[]), cast(:entities as text[]),
                          cast(:firsts as timestamptz[]), cast(:lasts as timestamptz[]),
                          cast(:seens as timestamptz[]), cast(:counts as integer[]),
                          cast(:levels as smallint[]), cast(:titles as text[]))
                        on conflict (id) do update set handling = excluded.handling,
                          first_at = excluded.first_at, last_at = excluded.last_at,
                          seen_at = excluded.seen_at, findings = excluded.findings,
                          level = excluded.level, title = excluded.title
                        """)
                .param("ids", texts(alerts, one -> one.id().toString()))
                .param("bodies", texts(alerts, Alert::body))
                .param("handlings", texts(alerts, one -> "" + one.handling().rank()))
                .param("sectors", texts(alerts, Alert::sector))
                .param("kinds", texts(alerts, one -> one.entity().kind()))
                .param("entities", texts(alerts, one -> one.entity().value()))
                .param("firsts", texts(alerts, one -> one.firstAt().toString()))
                .param("lasts", texts(alerts, one -> one.lastAt().toString()))
                .param("seens", texts(alerts, one -> one.seenAt().toString()))
                .param("counts", texts(alerts, one -> "" + one.findings()))
                .param("levels", texts(alerts, one -> "" + one.level()))
                .param("titles", texts(alerts, Alert::title))
                .update();
    }

    /** A finding with the alert that it is filed under. */
    record Filed(UUID alert, Found found) {}

    /** Files findings; each stands in one alert. */
    void file(List<Filed> filed) {
        jdbc.sql(
                        """
                        insert into monitoring.alert_finding (finding_id, alert_id, at, seen_at,
                          source_id, rule_id, level, criticality, techniques, tactics, hosts)
                        select finding, alert, at, seen, source, rule, level, criticality,
                          string_to_array(techniques, ' '), string_to_array(tactics, ' '),
                          string_to_array(hosts, E'\\n')
                        from unnest(cast(:findings as uuid[]), cast(:alerts as uuid[]),
                          cast(:ats as timestamptz[]), cast(:seens as timestamptz[]),
                          cast(:sources as uuid[]), cast(:rules as text[]),
                          cast(:levels as smallint[]), cast(:criticalities as smallint[]),
                          cast(:techniques as text[]), cast(:tactics as text[]),
                          cast(:hosts as text[])) as new (finding, alert, at, seen, source, rule,
                          level, criticality, techniques, tactics, hosts)
                        on conflict do nothing
                        """)
                .param("findings", texts(filed, one -> one.found().finding().toString()))
                .param("alerts", texts(filed, one -> one.alert().toString()))
                .param("ats", texts(filed, one -> one.found().at().toString()))
                .param("seens", texts(filed, one -> one.found().seen().toString()))
                .param("sources", texts(filed, one -> one.found().source().toString()))
                .param("rules", texts(filed, one -> one.found().rule()))
                .param("levels", texts(filed, one -> "" + one.found().level()))
                .param("criticalities", texts(filed, one -> "" + one.found().criticality()))
                .param(
                        "techniques",
                        texts(filed, one -> String.join(" ", one.found().techniques())))
                .param("tactics", texts(filed, one -> String.join(" ", one.found().tactics())))
                .param("hosts", texts(filed, one -> String.join("\n", one.found().hosts())))
                .update();
    }

    /** Which of those findings stand in an alert already. */
    Set<UUID> known(Collection<UUID> findings) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select finding_id from monitoring.alert_finding
                                where finding_id = any (cast(:ids as uuid[]))
                                """)
                        .param("ids", texts(findings, UUID::toString))
                        .query(UUID.class)
                        .list());
    }

    /** Notes whom alerts speak of. */
    void tie(List<Filed> filed) {
        List<Bond> bonds =
                filed.stream()
                        .flatMap(one -> one.found().ties().stream().map(tie -> new Bond(one, tie)))
                        .toList();
        jdbc.sql(
                        """
                        insert into monitoring.alert_entity as e
                          (alert_id, kind, value, body, last_at)
                        select alert, kind, value, min(body), max(at)
                        from unnest(cast(:alerts as uuid[]), cast(:kinds as text[]),
                          cast(:values as text[]), cast(:bodies as text[]),
                          cast(:ats as timestamptz[])) as new (alert, kind, value, body, at)
                        group by alert, kind, value
                        on conflict (alert_id, kind, value)
                          do update set last_at = greatest(e.last_at, excluded.last_at)
                        """)
                .param("alerts", texts(bonds, one -> one.filed().alert().toString()))
                .param("kinds", texts(bonds, one -> one.entity().kind()))
                .param("values", texts(bonds, one -> one.entity().value()))
                .param("bodies", texts(bonds, one -> one.filed().found().body()))
                .param("ats", texts(bonds, one -> one.filed().found().at().toString()))
                .update();
    }

    private record Bond(Filed filed, Entity entity) {}

    /**
     * The ties of those alerts, and of others of the same body that share an entity with one of
     * them so near in time.
     */
    List<Tie> neighbours(Collection<UUID> alerts, Duration gap) {
        return jdbc.sql(
                        """
                        with mine as (
                          select alert_id, kind, value, body, last_at from monitoring.alert_entity
                           where alert_id = any (cast(:ids as uuid[])))
                        select alert_id, kind, value from mine
                        union
                        (select o.alert_id, o.kind, o.value from mine m
                           join monitoring.alert_entity o
                             on o.kind = m.kind and o.value = m.value and o.body = m.body
                           join monitoring.alert a on a.id = o.alert_id
                          where a.dismissed_at is null
                            and a.last_at >= m.last_at - make_interval(secs => :gap)
                            and a.first_at <= m.last_at + make_interval(secs => :gap)
                          order by o.last_at desc limit :most)
                        """)
                .param("ids", texts(alerts, UUID::toString))
                .param("gap", gap.toSeconds())
                .param("most", NEIGHBOURS_MAX)
                .query((row, number) ->
                        new Tie(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    /** Something that alerts of several bodies share. */
    record Trace(String kind, String value, List<UUID> alerts) {

        Trace {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * What is looked for across bodies.
     *
     * @param kinds of entity that mean the same at every body
     * @param gap alerts so near in time
     * @param hub what more alerts than that speak of is no trace
     */
    record Abroad(Set<String> kinds, Duration gap, int hub) {}

    /**
     * What those alerts share with alerts of other bodies; an alert that people closed an incident
     * of the country about is left out.
     */
    List<Trace> abroad(Collection<UUID> alerts, Abroad asked) {
        return jdbc.sql(
                        """
                        select m.kind, m.value, t.alerts
                          from (select kind, value, max(last_at) as at
                                  from monitoring.alert_entity
                                 where alert_id = any (cast(:ids as uuid[]))
                                   and kind = any (cast(:kinds as text[]))
                                 group by kind, value) m
                          cross join lateral (
                            select array_agg(n.alert_id) as alerts, count(*) as many,
                              count(distinct n.body) as bodies
                              from (select o.alert_id, o.body from monitoring.alert_entity o
                                      join monitoring.alert a on a.id = o.alert_id
                                     where o.kind = m.kind and o.value = m.value
                                       and o.last_at >= m.at - make_interval(secs => :gap)
                                       and a.dismissed_at is null and not exists (
                                         select from monitoring.incident_alert c
                                         join monitoring.incident i on i.id = c.incident_id
                                         where c.alert_id = a.id and i.scope = 'country'
                                           and i.state = 'closed')
                                     order by o.last_at desc limit :hub + 1) n) t
                         where t.bodies > 1 and t.many <= :hub
                         order by m.kind, m.value limit :most
                        """)
                .param("ids", texts(alerts, UUID::toString))
                .param("kinds", asked.kinds().toArray(String[]::new))
                .param("gap", asked.gap().toSeconds())
                .param("hub", asked.hub())
                .param("most", TRACES_MAX)
                .query((row, number) ->
                        new Trace(
                                row.getString(1),
                                row.getString(2),
                                Arrays.asList((UUID[]) row.getArray(3).getArray())))
                .list();
    }

    /** The latest findings of all those alerts, as criteria see them. */
    List<Sighting> sightings(Collection<UUID> alerts) {
        return jdbc.sql(
                        """
                        select f.at, f.level, f.criticality, f.rule_id, a.body, f.techniques,
                          f.tactics, f.hosts
                        from monitoring.alert a
                        cross join lateral (select * from monitoring.alert_finding f
                          where f.alert_id = a.id order by f.at desc limit :most) f
                        where a.id = any (cast(:ids as uuid[]))
                        order by f.at desc limit :together
                        """)
                .param("ids", texts(alerts, UUID::toString))
                .param("most", SIGHTINGS_MAX)
                .param("together", TOGETHER_MAX)
                .query((row, number) ->
                        new Sighting(
                                instant(row, 1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                set(row, 6),
                                set(row, 7),
                                set(row, 8)))
                .list();
    }

    /** The techniques that findings of an incident name, in order. */
    List<String> techniques(UUID incident) {
        return jdbc.sql(
                        """
                        select distinct t.technique from monitoring.incident_alert i
                        join monitoring.alert_finding f on f.alert_id = i.alert_id
                        cross join lateral unnest(f.techniques) as t (technique)
                        where i.incident_id = :id order by t.technique limit :most
                        """)
                .param("id", incident)
                .param("most", TECHNIQUES_MAX)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<Alert> of(Collection<UUID> ids) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from monitoring.alert a where a.id = any (cast(:ids as uuid[]))
                                order by a.first_at, a.id
                                """)
                .param("ids", texts(ids, UUID::toString))
                .query(AlertStore::alert)
                .list();
    }

    /** Alerts are done with: what comes later is another one. */
    void dismiss(Collection<UUID> alerts, Instant at, String by, String words) {
        jdbc.sql(
                        """
                        update monitoring.alert
                        set dismissed_at = :at, dismissed_by = :by, words = :words
                        where id = any (cast(:ids as uuid[])) and dismissed_at is null
                        """)
                .param("at", utc(at))
                .param("by", by)
                .param("words", words)
                .param("ids", texts(alerts, UUID::toString))
                .update();
    }

    static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject(1, UUID.class),
                row.getString(2),
                Handling.ofRank(row.getInt(3)),
                row.getString(4),
                new Entity(row.getString(5), row.getString(6)),
                instant(row, 7),
                instant(row, 8),
                instant(row, 9),
                row.getInt(10),
                row.getInt(11),
                row.getString(12));
    }

    private static Set<String> set(ResultSet row, int column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
