package az.qalxan.monitoring.incident;

import az.qalxan.access.Handling;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.ActingAs;
import az.qalxan.database.OwnerSql;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.monitoring.Entity;
import az.qalxan.monitoring.FindingListener;
import az.qalxan.monitoring.KeptFinding;
import az.qalxan.monitoring.RuleHead;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of incidents do again and again: sources of invented bodies, and their findings. */
final class IncidentStage {

    /** Much later than anything else of the run, so that nothing hangs together with it. */
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final CaseStage cases;
    private final OwnerSql owner;
    private final FindingListener gathering;
    private final TransactionTemplate transaction;
    private final String run = Long.toString(new SecureRandom().nextLong(1L << 40), 36);

    IncidentStage(ApplicationContext context) {
        this.cases = new CaseStage(context);
        this.owner = new OwnerSql(context);
        this.gathering = context.getBean(Gathering.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    CaseStage cases() {
        return cases;
    }

    /** A name that nobody else in the run has. */
    String own(String name) {
        return name + "-" + run;
    }

    /** A source of that body whose object is that critical. */
    UUID source(String body, int criticality) {
        UUID id = UUID.randomUUID();
        owner.run(
                """
                insert into monitoring.source (id, body, name, sector, watches, criticality, format,
                  purpose, retention_days, silence_minutes, handling, opened_at, opened_by)
                values ('ID', 'BODY', 'ID', 'energy', 'Sınaq', WEIGHT, 'ndjson',
                  'Sınaq üçün mənbə', 30, 60, 2, now(), 'test')
                """
                        .replace("ID", id.toString())
                        .replace("BODY", body)
                        .replace("WEIGHT", String.valueOf(criticality)));
        return id;
    }

    /** A finding to be made; tags as Sigma writes them. */
    record Wanted(String body, UUID source, int minute, String level, List<String> tags) {}

    static KeptFinding finding(Wanted wanted, Entity... entities) {
        return finding(wanted, Handling.AMBER, entities);
    }

    static KeptFinding finding(Wanted wanted, Handling handling, Entity... entities) {
        Instant at = NOON.plus(Duration.ofMinutes(wanted.minute()));
        UUID event = UUID.randomUUID();
        return new KeptFinding(
                UUID.randomUUID(),
                wanted.body(),
                handling,
                wanted.source(),
                event,
                List.of(event),
                at,
                at.plus(Duration.ofMinutes(2)),
                new RuleHead(
                        "rule-" + wanted.level() + wanted.tags().size(),
                        "Sınaq qaydası " + wanted.level(),
                        wanted.level(),
                        "Sınaq müəllifi",
                        "DRL 1.1",
                        wanted.tags(),
                        UUID.randomUUID(),
                        false),
                List.of(),
                Arrays.asList(entities),
                false);
    }

    /** Tells of findings as the judge does: as the system's job, in one transaction. */
    void found(KeptFinding... findings) {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        transaction.executeWithoutResult(
                                status -> gathering.found(Arrays.asList(findings))));
    }

    /** The numbers of incidents that an entity's alerts stand in, the oldest first. */
    List<String> incidents(String entity) {
        return cases.texts(
                """
                select distinct i.number || ' ' || i.severity || ' ' || i.scope
                from monitoring.incident i
                join monitoring.incident_alert t on t.incident_id = i.id
                join monitoring.alert_entity e on e.alert_id = t.alert_id
                where e.value = :it order by 1
                """,
                entity);
    }

    /** Alerts of one body with that many findings each, long ago and of nothing that is known. */
    List<UUID> flood(int alerts, int findings) {
        List<UUID> made = Stream.generate(UUID::randomUUID).limit(alerts).toList();
        for (UUID alert : made) {
            owner.run(
                    """
                    insert into monitoring.alert (id, body, handling, sector, entity_kind, entity,
                      first_at, last_at, seen_at, findings, level, title)
                    values ('ID', 'dtx', 2, '', 'host', 'ID', '2020-01-01', '2020-01-02',
                      '2020-01-02', MANY, 1, 'Sınaq')
                    """
                            .replace("ID", alert.toString())
                            .replace("MANY", String.valueOf(findings)),
                    """
                    insert into monitoring.alert_finding (finding_id, alert_id, at, seen_at,
                      source_id, rule_id, level, criticality, techniques, tactics, hosts)
                    select gen_random_uuid(), 'ID', timestamptz '2020-01-01' + n * interval '1 s',
                      '2020-01-02', 'ID', 'test', 1, 1, '{}', '{}', '{}'
                    from generate_series(1, MANY) n
                    """
                            .replace("ID", alert.toString())
                            .replace("MANY", String.valueOf(findings)));
        }
        return made;
    }

    /** Makes an incident an hour older than it is. */
    void age(String number) {
        owner.run(
                "update monitoring.incident set opened_at = opened_at - interval '1 hour'"
                        + " where number = '"
                        + number
                        + "'");
    }

    /** Only one, by its number. */
    String incident(String entity) {
        List<String> all = incidents(entity);
        if (all.size() != 1) {
            throw new AssertionError("not one incident: " + all);
        }
        return all.getFirst().split(" ")[0];
    }
}
