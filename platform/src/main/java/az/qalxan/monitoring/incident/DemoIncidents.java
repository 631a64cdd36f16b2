package az.qalxan.monitoring.incident;

import az.qalxan.access.Caller;
import az.qalxan.database.WorkTime;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.monitoring.DemoEvents;
import az.qalxan.monitoring.PackRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Some invented weeks of monitoring: mistakes that look like attacks, an attack on three bodies,
 * and one that goes on step by step and that nobody has taken on yet.
 */
@Component
class DemoIncidents implements DemoPart {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String PORTAL = "Elektron xidmətlər portalı";
    private static final String DOMAIN = "Domen nəzarətçiləri və iş yerləri";

    private static final String NEWEST =
            """
            select i.number from monitoring.incident i
            join monitoring.incident_alert t on t.incident_id = i.id
            join monitoring.alert_entity e on e.alert_id = t.alert_id
            where e.value = :entity and i.scope = :scope and i.state = 'new'
            order by i.opened_at desc limit 1
            """;

    private final DemoEvents events;
    private final PackRules rules;
    private final DemoPeople people;
    private final Incidents incidents;
    private final Calls calls;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoIncidents(
            DemoEvents events,
            PackRules rules,
            DemoPeople people,
            Incidents incidents,
            Calls calls,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.events = events;
        this.rules = rules;
        this.people = people;
        this.incidents = incidents;
        this.calls = calls;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 70;
    }

    /** Who watches what. */
    private record Watch(Caller analyst, UUID web, UUID hosts) {}

    @Override
    public void play(Instant now) {
        Caller centre = people.named("analitik");
        if (events.any(centre)) {
            return;
        }
        Instant begun = now.minus(DAY.multipliedBy(30));
        WorkTime.run(
                begun, () -> events.putInForce(centre, "Nümayişin qaydaları", true, rules.files()));
        Watch national = watch(centre, begun, 4);
        Watch interior = watch(people.named("analitik-din"), begun, 2);
        Watch digital = watch(people.named("analitik-rinn"), begun, 2);
        forgottenPassword(interior, now.minus(DAY.multipliedBy(18)));
        administrator(digital, now.minus(DAY.multipliedBy(13)));
        stolenLaptop(interior, now.minus(DAY.multipliedBy(9)));
        everywhere(List.of(national, interior, digital), now.minus(DAY.multipliedBy(4)));
        stepByStep(national, now.minus(Duration.ofMinutes(100)));
    }

    private Watch watch(Caller analyst, Instant at, int criticality) {
        return WorkTime.call(
                at,
                () ->
                        new Watch(
                                analyst,
                                events.open(
                                        analyst,
                                        new DemoEvents.Invented(
                                                PORTAL, "government", PORTAL, 3, "access", 1440)),
                                events.open(
                                        analyst,
                                        new DemoEvents.Invented(
                                                DOMAIN,
                                                "government",
                                                DOMAIN,
                                                criticality,
                                                "ndjson",
                                                1440))));
    }

    /** Ten mistyped passwords: taken on soon, and none. */
    private void forgottenPassword(Watch watch, Instant at) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            lines.append(DemoLines.failedSignIn(at.plusSeconds(40L * i), "SRV-2", "a.nümunəli"));
        }
        take(watch.analyst(), watch.hosts(), at.plusSeconds(430), lines);
        react(
                "a.nümunəli",
                watch.analyst(),
                at.plus(Duration.ofMinutes(35)),
                new End("false-positive", "İşçi parolunu unudub; özü zəng edib təsdiqlədi."));
    }

    /** An administrator's script that was announced. */
    private void administrator(Watch watch, Instant at) {
        take(
                watch.analyst(),
                watch.hosts(),
                at.plusSeconds(120),
                DemoLines.remoteService(at, "SRV-7")
                        + DemoLines.process(
                                at.plusSeconds(60),
                                new DemoLines.Seat("SRV-7", "adm.sınaqlı"),
                                "schtasks.exe",
                                DemoLines.TASK));
        react(
                "srv-7.numune.example",
                watch.analyst(),
                at.plus(Duration.ofHours(3)),
                new End("benign", "Elan olunmuş təmir işi: administratorun skripti."));
    }

    /** A person opened what should not have been opened; the police takes it over. */
    private void stolenLaptop(Watch watch, Instant at) {
        take(
                watch.analyst(),
                watch.hosts(),
                at.plus(Duration.ofMinutes(9)),
                DemoLines.opened(at, new DemoLines.Seat("PC-17", "l.misallı")));
        String number =
                react(
                        "pc-17.numune.example",
                        watch.analyst(),
                        at.plus(Duration.ofMinutes(50)),
                        new End("", ""));
        if (!number.isEmpty()) {
            WorkTime.run(
                    at.plus(Duration.ofHours(5)),
                    () -> incidents.become(number, people.named("mustentiq")));
            WorkTime.run(
                    at.plus(DAY),
                    () ->
                            incidents.close(
                                    number,
                                    "true-positive",
                                    "Kompüter təmizləndi, iş açıldı.",
                                    watch.analyst()));
        }
    }

    /** One address asks the sites of three bodies for their tables. */
    private void everywhere(List<Watch> all, Instant at) {
        for (int i = 0; i < all.size(); i++) {
            Instant then = at.plus(Duration.ofHours(2L * i));
            StringBuilder lines = new StringBuilder();
            for (int n = 0; n < 6; n++) {
                lines.append(DemoLines.request(then.plusSeconds(30L * n), "203.0.113.77", n));
            }
            take(all.get(i).analyst(), all.get(i).web(), then.plusSeconds(300), lines);
        }
        String country = number("203.0.113.77", true);
        if (!country.isEmpty()) {
            Instant called = at.plus(Duration.ofHours(4)).plusSeconds(360);
            WorkTime.run(called, () -> calls.go(called));
            WorkTime.run(
                    called.plus(Duration.ofMinutes(11)),
                    () -> incidents.acknowledge(country, all.getFirst().analyst()));
            WorkTime.run(
                    called.plus(Duration.ofHours(1)),
                    () ->
                            incidents.comment(
                                    country,
                                    "Ünvan üç qurumda bloklandı; provayderə sorğu hazırlanır.",
                                    all.getFirst().analyst()));
        }
    }

    /** From a letter to the domain controller within an hour and a half; still new. */
    private void stepByStep(Watch watch, Instant at) {
        take(
                watch.analyst(),
                watch.hosts(),
                at.plus(Duration.ofMinutes(8)),
                DemoLines.opened(at, new DemoLines.Seat("PC-31", "n.sınaqlı")));
        take(
                watch.analyst(),
                watch.hosts(),
                at.plus(Duration.ofMinutes(60)),
                DemoLines.spread(
                        at.plus(Duration.ofMinutes(20)),
                        new DemoLines.Seat("PC-31", "n.sınaqlı"),
                        "DC-1"));
        Instant called = at.plus(Duration.ofMinutes(61));
        WorkTime.run(called, () -> calls.go(called));
    }

    private void take(Caller analyst, UUID source, Instant at, CharSequence lines) {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        WorkTime.run(at, () -> events.take(analyst, source, "numayis-" + at, bytes));
    }

    /** How an incident ends; without an outcome it does not. */
    private record End(String outcome, String words) {}

    /** Takes an incident on and closes it where an outcome is given; its number. */
    private String react(String entity, Caller analyst, Instant at, End end) {
        String number = number(entity, false);
        if (number.isEmpty()) {
            return number;
        }
        WorkTime.run(at, () -> incidents.acknowledge(number, analyst));
        if (!end.outcome().isEmpty()) {
            WorkTime.run(
                    at.plus(Duration.ofHours(2)),
                    () -> incidents.close(number, end.outcome(), end.words(), analyst));
        }
        return number;
    }

    /** The open incident of an entity; empty when nothing came of it. */
    private String number(String entity, boolean ofCountry) {
        return Objects.requireNonNull(
                transaction.execute(status ->
                        jdbc.sql(NEWEST)
                                .param("entity", entity)
                                .param("scope", ofCountry ? "country" : "body")
                                .query(String.class)
                                .optional()
                                .orElse("")));
    }
}
