package az.qalxan.monitoring.incident;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.monitoring.Entity;
import az.qalxan.monitoring.KeptFinding;
import az.qalxan.monitoring.criterion.Severity;
import az.qalxan.monitoring.criterion.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Which incidents stand: what opens none, what opens none again, and who is called when. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class IncidentStandingTest {

    private static final List<String> BODIES = List.of("dtx", "din", "rinn");
    private static final List<String> DUMPING =
            List.of("attack.credential-access", "attack.t1003.001");

    @Autowired ApplicationContext context;
    @Autowired Calls calls;
    @Autowired AlertStore alerts;
    @Autowired IncidentStore incidents;
    @Autowired TransactionTemplate transaction;
    private IncidentStage stage;

    @BeforeEach
    void begin() {
        stage = new IncidentStage(context);
    }

    private KeptFinding finding(
            String body, int criticality, int minute, String level, Entity... entities) {
        return IncidentStage.finding(
                new IncidentStage.Wanted(
                        body, stage.source(body, criticality), minute, level, DUMPING),
                entities);
    }

    private KeptFinding at(String body, int minute, String level, String host, Entity address) {
        return IncidentStage.finding(
                new IncidentStage.Wanted(body, stage.source(body, 1), minute, level, DUMPING),
                new Entity("host", stage.own(host + "-" + body)),
                address);
    }

    @Test
    void whatPeopleClosedForTheCountryDoesNotOpenAgainAtOnce() throws Exception {
        Entity address = new Entity("ip", stage.own("198.51.100.9"));
        for (String body : BODIES) {
            stage.found(at(body, 5, "medium", "h", address));
        }
        List<String> opened = stage.incidents(address.value());
        assertThat(opened).singleElement().asString().endsWith("critical country");
        Caller centre = stage.cases().person("xritdx", Role.CERT_ANALYST);
        String number = opened.getFirst().split(" ")[0];
        assertThat(
                        stage.cases()
                                .post(
                                        centre,
                                        "/incidents/" + number + "/close",
                                        "outcome",
                                        "benign",
                                        "words",
                                        "Ölkə üzrə sınaq idi.")
                                .getStatus())
                .isEqualTo(302);
        stage.found(at("din", 20, "medium", "h", address));
        assertThat(stage.incidents(address.value())).isEqualTo(opened);
    }

    @Test
    void whatVeryManyAlertsSpeakOfIsNoTraceOfTheCountry() {
        Entity address = new Entity("ip", stage.own("198.51.100.53"));
        List<KeptFinding> many = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            many.add(at("dtx", 5, "medium", "h" + i, address));
        }
        many.add(at("din", 5, "medium", "h", address));
        stage.found(many.toArray(KeptFinding[]::new));
        stage.found(at("rinn", 5, "medium", "h", address));
        assertThat(stage.incidents(address.value())).noneMatch(one -> one.endsWith("country"));
    }

    @Test
    void anIncidentThatBecomesCriticalCallsFromThenOnWhoeverTookItOn() throws Exception {
        Caller there = stage.cases().person("etn", Role.CERT_ANALYST);
        stage.cases().person("etn", Role.COORDINATOR);
        Entity host = new Entity("host", stage.own("srv"));
        stage.found(finding("etn", 1, 0, "high", host));
        String number = stage.incident(host.value());
        assertThat(stage.cases().post(there, "/incidents/" + number + "/acknowledge").getStatus())
                .isEqualTo(302);
        stage.age(number);
        String called =
                """
                select distinct c.whom from monitoring.incident_call c
                join monitoring.incident i on i.id = c.incident_id where i.number = :it
                """;
        Instant now = Clock.systemUTC().instant();
        calls.go(now);
        assertThat(stage.cases().texts(called, number)).isEmpty();
        stage.found(finding("etn", 4, 10, "high", host));
        assertThat(stage.incidents(host.value())).singleElement().asString().contains("critical");
        Instant then = Clock.systemUTC().instant();
        calls.go(then);
        assertThat(stage.cases().texts(called, number)).containsExactly("own");
        assertThat(stage.cases().post(there, "/incidents/" + number + "/acknowledge").getStatus())
                .isEqualTo(302);
        calls.go(then.plus(Duration.ofHours(2)));
        assertThat(stage.cases().texts(called, number)).containsExactly("own");
    }

    @Test
    void anIncidentThatEndedGrowsNoMore() throws Exception {
        Caller analyst = stage.cases().person("dtx", Role.CERT_ANALYST);
        Entity host = new Entity("host", stage.own("srv"));
        stage.found(finding("dtx", 1, 0, "high", host));
        IncidentNumber number = new IncidentNumber(stage.incident(host.value()));
        assertThat(
                        stage.cases()
                                .post(
                                        analyst,
                                        "/incidents/" + number + "/close",
                                        "outcome",
                                        "benign",
                                        "words",
                                        "Planlı sınaq idi.")
                                .getStatus())
                .isEqualTo(302);
        Boolean grew =
                ActingAs.call(
                        TransactionIdentity.job("test"),
                        () -> transaction.execute(status -> grow(number)));
        assertThat(grew).isFalse();
        assertThat(stage.incidents(host.value())).containsExactly(number + " medium body");
    }

    private boolean grow(IncidentNumber number) {
        Incident incident = incidents.find(number).orElseThrow();
        return incidents.grow(
                incident.id(),
                new IncidentStore.Grown(
                        Severity.CRITICAL,
                        incident.category(),
                        incident.handling(),
                        incident.moments().firstAt(),
                        incident.moments().lastAt(),
                        IncidentStage.NOON));
    }

    @Test
    void ofAFloodTheLatestFindingsAreJudged() {
        List<UUID> flood = stage.flood(6, AlertStore.SIGHTINGS_MAX);
        List<Sighting> seen =
                ActingAs.call(
                        TransactionIdentity.job("test"),
                        () -> transaction.execute(status -> alerts.sightings(flood)));
        assertThat(seen)
                .hasSize(AlertStore.TOGETHER_MAX)
                .extracting(Sighting::at)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void sentTwiceAnAlertIsRaisedOnce() throws Exception {
        Caller analyst = stage.cases().person("dtx", Role.CERT_ANALYST);
        Entity host = new Entity("host", stage.own("ws"));
        stage.found(finding("dtx", 1, 0, "low", host));
        UUID alert =
                UUID.fromString(
                        stage.cases()
                                .texts(
                                        "select id::text from monitoring.alert where entity = :it",
                                        host.value())
                                .getFirst());
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(
                    stage.cases()
                            .post(
                                    analyst,
                                    "/incidents/alerts/" + alert + "/raise",
                                    "severity",
                                    "medium",
                                    "words",
                                    "Bu hesab silinməli idi.")
                            .getStatus());
        }
        assertThat(answers).containsExactly(302, 409);
        assertThat(stage.incidents(host.value())).hasSize(1);
    }
}
