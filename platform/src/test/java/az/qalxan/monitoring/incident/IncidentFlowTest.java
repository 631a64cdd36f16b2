package az.qalxan.monitoring.incident;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.monitoring.Entity;
import az.qalxan.monitoring.KeptFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/** From findings to an incident, and what people do with it. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class IncidentFlowTest {

    private static final List<String> DUMPING =
            List.of("attack.credential-access", "attack.t1003.001");

    @Autowired ApplicationContext context;
    @Autowired Calls calls;
    private IncidentStage stage;
    private Caller analyst;
    private Entity host;

    @BeforeEach
    void begin() {
        stage = new IncidentStage(context);
        analyst = stage.cases().person("dtx", Role.CERT_ANALYST);
        host = new Entity("host", stage.own("dc-01"));
    }

    private KeptFinding finding(int minute, String level, Entity... entities) {
        return IncidentStage.finding(
                new IncidentStage.Wanted("dtx", stage.source("dtx", 4), minute, level, DUMPING),
                entities);
    }

    private String page(Caller caller, String path) throws Exception {
        String page = stage.cases().page(caller, path);
        assertThat(page).doesNotContain("??");
        return page;
    }

    @Test
    void aSevereFindingOnAVitalObjectIsACriticalCaseThatSaysWhy() throws Exception {
        stage.found(finding(0, "high", host));
        String number = stage.incident(host.value());
        assertThat(stage.incidents(host.value())).containsExactly(number + " critical body");
        assertThat(page(analyst, "/incidents/" + number))
                .contains("Həyati vacib obyektdə yüksək dərəcəli tapıntı")
                .contains("≥ yüksək")
                .contains("≥ həyati vacib")
                .contains("intrusions/privileged-account-compromise")
                .contains("meyarların ");
        assertThat(page(analyst, "/incidents")).contains(number);
        assertThat(stage.cases().acts(number))
                .contains("monitoring.incident.opened", "monitoring.incident.viewed");
    }

    @Test
    void toldTwiceAFindingCountsOnce() {
        KeptFinding finding = finding(0, "high", host);
        stage.found(finding);
        stage.found(finding);
        assertThat(
                        stage.cases()
                                .number(
                                        """
                                        select sum(findings)::integer from monitoring.alert
                                        where entity = :it
                                        """,
                                        host.value()))
                .isEqualTo(1);
        assertThat(stage.incidents(host.value())).hasSize(1);
    }

    @Test
    void oneWeakFindingIsAnAlertAndThreeRulesTogetherAnIncident() {
        UUID source = stage.source("dtx", 1);
        for (int i = 0; i < 2; i++) {
            stage.found(
                    IncidentStage.finding(
                            new IncidentStage.Wanted(
                                    "dtx", source, i, "medium", DUMPING.subList(0, i)),
                            host));
        }
        assertThat(stage.incidents(host.value())).isEmpty();
        stage.found(
                IncidentStage.finding(
                        new IncidentStage.Wanted("dtx", source, 9, "medium", DUMPING), host));
        assertThat(stage.incidents(host.value())).hasSize(1).first().asString().contains(" low ");
        stage.found(
                IncidentStage.finding(
                        new IncidentStage.Wanted("dtx", source, 20, "critical", DUMPING), host));
        assertThat(stage.incidents(host.value())).hasSize(1).first().asString().contains(" high ");
    }

    @Test
    void alertsOfTwoHostsThatShareAUserAreOneIncident() {
        Entity user = new Entity("user", stage.own("anar"));
        Entity other = new Entity("host", stage.own("ws-02"));
        stage.found(finding(0, "high", host, user));
        stage.found(finding(30, "high", other, user));
        assertThat(stage.incident(host.value())).isEqualTo(stage.incident(other.value()));
    }

    @Test
    void whatEverybodySharesTiesNothing() {
        Entity system = new Entity("user", "system");
        Entity other = new Entity("host", stage.own("ws-02"));
        stage.found(finding(0, "high", host, system));
        stage.found(finding(30, "high", other, system));
        assertThat(stage.incident(host.value())).isNotEqualTo(stage.incident(other.value()));
    }

    @Test
    void oneTraceAtThreeBodiesIsACaseOfTheCountryAndEachBodySeesItsOwn() throws Exception {
        Entity address = new Entity("ip", stage.own("198.51.100.7"));
        for (String body : List.of("dtx", "din", "rinn")) {
            stage.found(
                    IncidentStage.finding(
                            new IncidentStage.Wanted(
                                    body, stage.source(body, 2), 5, "high", DUMPING),
                            new Entity("host", stage.own("h-" + body)),
                            address));
        }
        List<String> all = stage.incidents(address.value());
        assertThat(all).hasSize(4);
        String country =
                all.stream()
                        .filter(one -> one.endsWith("critical country"))
                        .findAny()
                        .orElseThrow();
        String number = country.split(" ")[0];
        assertThat(stage.cases().get(analyst, "/incidents/" + number).getStatus()).isEqualTo(404);
        Caller centre = stage.cases().person("xritdx", Role.CERT_ANALYST);
        assertThat(page(centre, "/incidents/" + number))
                .contains("Eyni iz bir neçə qurumda")
                .contains("bir neçə qurum");
        assertThat(page(analyst, "/incidents?state=all")).doesNotContain(number);
    }

    @Test
    void peopleAreCalledStepByStepUntilSomebodyTakesItOn() throws Exception {
        Caller there = stage.cases().person("etn", Role.CERT_ANALYST);
        stage.cases().person("etn", Role.COORDINATOR);
        stage.found(
                IncidentStage.finding(
                        new IncidentStage.Wanted("etn", stage.source("etn", 4), 0, "high", DUMPING),
                        host));
        String number = stage.incident(host.value());
        Instant now = java.time.Clock.systemUTC().instant();
        calls.go(now);
        String taken =
                """
                select distinct c.whom || ' ' || c.name from monitoring.incident_call c
                join monitoring.incident i on i.id = c.incident_id where i.number = :it
                """;
        assertThat(stage.cases().texts(taken, number)).contains("own " + there.name());
        calls.go(now);
        int first =
                stage.cases()
                        .number(
                                """
                                select count(*)::integer from monitoring.incident_call c
                                join monitoring.incident i on i.id = c.incident_id
                                where i.number = :it
                                """,
                                number);
        calls.go(now.plus(Duration.ofMinutes(16)));
        assertThat(stage.cases().texts(taken, number))
                .anyMatch(one -> one.startsWith("own-head"))
                .noneMatch(one -> one.startsWith("coordinator"));
        assertThat(first)
                .isEqualTo(
                        stage.cases()
                                .number(
                                        """
                                        select count(*)::integer from monitoring.incident_call c
                                        join monitoring.incident i on i.id = c.incident_id
                                        where i.number = :it and c.step = 0
                                        """,
                                        number));
        stage.cases().post(there, "/incidents/" + number + "/acknowledge");
        calls.go(now.plus(Duration.ofHours(2)));
        assertThat(stage.cases().texts(taken, number))
                .noneMatch(one -> one.startsWith("coordinator"));
        assertThat(page(there, "/incidents/" + number))
                .contains(there.name())
                .contains("qəbul edilib");
    }

    @Test
    void closedItIsCountedAndWhatComesLaterIsAnotherAlert() throws Exception {
        stage.found(finding(0, "high", host));
        String number = stage.incident(host.value());
        MockHttpServletResponse closed =
                stage.cases()
                        .post(
                                analyst,
                                "/incidents/" + number + "/close",
                                "outcome",
                                "false-positive",
                                "words",
                                "Planlı sınaq idi.");
        assertThat(closed.getStatus()).isEqualTo(302);
        assertThat(
                        stage.cases()
                                .post(
                                        analyst,
                                        "/incidents/" + number + "/close",
                                        "outcome",
                                        "benign",
                                        "words",
                                        "İkinci dəfə.")
                                .getStatus())
                .isEqualTo(409);
        stage.found(finding(10, "high", host));
        assertThat(stage.incidents(host.value())).hasSize(2);
        assertThat(page(analyst, "/incidents/effect?days=30")).contains("Effektivlik");
    }

    @Test
    void twoIncidentsBecomeOneByAPersonAlone() throws Exception {
        Entity other = new Entity("host", stage.own("ws-02"));
        stage.found(finding(0, "high", host));
        stage.found(finding(0, "high", other));
        String into = stage.incident(host.value());
        String gone = stage.incident(other.value());
        assertThat(
                        stage.cases()
                                .post(analyst, "/incidents/" + gone + "/merge", "into", into)
                                .getHeader("Location"))
                .endsWith(into);
        assertThat(stage.incidents(other.value())).hasSize(2);
        assertThat(page(analyst, "/incidents/" + gone)).contains(into);
        assertThat(page(analyst, "/incidents/" + into)).contains(gone);
    }

    @Test
    void aCaseIsOpenedInOneStepAndNamesWhereItCameFrom() throws Exception {
        stage.found(finding(0, "high", host));
        String number = stage.incident(host.value());
        Caller officer = stage.cases().person("dtx", Role.DUTY_OFFICER);
        String place =
                stage.cases().post(officer, "/incidents/" + number + "/case").getHeader("Location");
        assertThat(place).startsWith("/cases/K-");
        assertThat(page(officer, place)).contains(number);
        assertThat(stage.cases().post(officer, "/incidents/" + number + "/case").getStatus())
                .isEqualTo(409);
    }

    @Test
    void aCentreIsToldByHandAndByMailOnlyUnderAKey() throws Exception {
        stage.found(finding(0, "high", host));
        String number = stage.incident(host.value());
        String path = "/incidents/" + number + "/notices";
        String words = "Oxşar izləriniz varsa, bildirin.";
        assertThat(
                        stage.cases()
                                .post(
                                        analyst,
                                        path,
                                        "receiver",
                                        "cert-az",
                                        "way",
                                        "phone",
                                        "words",
                                        words)
                                .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse open =
                stage.cases()
                        .post(
                                analyst,
                                path,
                                "receiver",
                                "cert-az",
                                "way",
                                "mail",
                                "address",
                                "nobody@cert.example",
                                "words",
                                words);
        assertThat(open.getStatus()).isEqualTo(409);
        assertThat(open.getContentAsString()).contains("Şifrələmədən göndərmək olmaz");
        assertThat(page(analyst, "/incidents/" + number)).contains("CERT.AZ").contains("telefon");
    }

    @Test
    void anotherBodySeesNothingOfIt() throws Exception {
        stage.found(finding(0, "high", host));
        String number = stage.incident(host.value());
        Caller other = stage.cases().person("din", Role.CERT_ANALYST);
        assertThat(stage.cases().get(other, "/incidents/" + number).getStatus()).isEqualTo(404);
        assertThat(stage.cases().post(other, "/incidents/" + number + "/acknowledge").getStatus())
                .isEqualTo(404);
        assertThat(page(other, "/incidents?state=all")).doesNotContain(number);
        assertThat(page(other, "/incidents/alerts?show=all")).doesNotContain(host.value());
        Caller centre = stage.cases().person("xritdx", Role.CERT_ANALYST);
        assertThat(page(centre, "/incidents/" + number)).contains(number);
        assertThat(stage.cases().post(centre, "/incidents/" + number + "/acknowledge").getStatus())
                .as("it reads, the body decides")
                .isEqualTo(403);
    }

    @Test
    void aPersonRaisesWhatNoCriterionCatches() throws Exception {
        UUID source = stage.source("dtx", 1);
        stage.found(
                IncidentStage.finding(
                        new IncidentStage.Wanted("dtx", source, 0, "low", DUMPING), host));
        String alert =
                stage.cases()
                        .texts(
                                "select id::text from monitoring.alert where entity = :it",
                                host.value())
                        .getFirst();
        assertThat(page(analyst, "/incidents/alerts")).contains(host.value());
        assertThat(page(analyst, "/incidents/alerts/" + alert)).contains("Kənara qoy");
        stage.cases()
                .post(
                        analyst,
                        "/incidents/alerts/" + alert + "/raise",
                        "severity",
                        "medium",
                        "words",
                        "Bu hesab silinməli idi.");
        assertThat(page(analyst, "/incidents/" + stage.incident(host.value())))
                .contains("Meyar deyil, şəxs açıb")
                .contains("Bu hesab silinməli idi.");
    }

    @Test
    void everyPageSpeaksBothLanguages() throws Exception {
        stage.found(finding(0, "high", host));
        for (String path :
                List.of(
                        "/incidents",
                        "/incidents/" + stage.incident(host.value()),
                        "/incidents/alerts?show=all",
                        "/incidents/attack",
                        "/incidents/attack/T1003",
                        "/incidents/effect",
                        "/incidents/criteria",
                        "/incidents/criteria/versions/1",
                        "/incidents/criteria/edit?code=burst")) {
            page(analyst, path);
            page(analyst, path + (path.contains("?") ? "&" : "?") + "lang=en");
        }
    }
}
