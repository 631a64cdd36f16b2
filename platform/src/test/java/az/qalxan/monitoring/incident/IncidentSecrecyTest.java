package az.qalxan.monitoring.incident;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.monitoring.Entity;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What an incident does not tell, and whose looking is recorded. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class IncidentSecrecyTest {

    private static final List<String> DUMPING =
            List.of("attack.credential-access", "attack.t1003.001");

    @Autowired ApplicationContext context;
    @Autowired IncidentStore store;
    @Autowired NoticeText notices;
    @Autowired Texts texts;
    @Autowired TransactionTemplate transaction;
    private IncidentStage stage;
    private Caller analyst;
    private Entity host;

    @BeforeEach
    void begin() {
        stage = new IncidentStage(context);
        analyst = stage.cases().person("dtx", Role.CERT_ANALYST);
        host = new Entity("host", stage.own("dc-01"));
    }

    private String incident(Handling handling) {
        stage.found(
                IncidentStage.finding(
                        new IncidentStage.Wanted("dtx", stage.source("dtx", 4), 0, "high", DUMPING),
                        handling,
                        host));
        return stage.incident(host.value());
    }

    @Test
    void aSecludedCaseIsNotToldByItsIncident() throws Exception {
        String path = "/incidents/" + incident(Handling.AMBER);
        Caller officer = stage.cases().person("dtx", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        Caller colleague = stage.cases().person("dtx", Role.INVESTIGATOR);
        Caller auditor = stage.cases().person("dtx", Role.AUDITOR);
        String place = stage.cases().post(officer, path + "/case").getHeader("Location");
        String number = place.substring("/cases/".length());
        assertThat(
                        stage.cases()
                                .texts(
                                        "select title from casework.case_file where number = :it",
                                        number))
                .as("nor does the case tell whom the incident names")
                .singleElement()
                .asString()
                .doesNotContain(host.value());
        assertThat(stage.cases().page(colleague, path)).contains(number);
        stage.cases().restrict(officer, number);
        assertThat(stage.cases().page(officer, path)).contains(number);
        for (Caller other : List.of(colleague, analyst, auditor)) {
            assertThat(stage.cases().page(other, path))
                    .contains("Həyati vacib obyektdə")
                    .doesNotContain(number);
        }
    }

    @Test
    void whatMayNotLeaveIsToldToNobody() throws Exception {
        String path = "/incidents/" + incident(Handling.AMBER_STRICT);
        assertThat(stage.cases().page(analyst, path))
                .contains(path + "/comment")
                .doesNotContain(path + "/notices");
        assertThat(
                        stage.cases()
                                .post(
                                        analyst,
                                        path + "/notices",
                                        "receiver",
                                        "cert-az",
                                        "way",
                                        "phone",
                                        "words",
                                        "Oxşar izləriniz varsa, bildirin.")
                                .getStatus())
                .isEqualTo(403);
    }

    @Test
    void theDataOfANoticeNameNobody() {
        IncidentNumber number = new IncidentNumber(incident(Handling.AMBER));
        String json =
                ActingAs.call(
                        analyst.identity(),
                        () ->
                                transaction.execute(
                                        status -> notices.json(store.find(number).orElseThrow())));
        assertThat(json)
                .contains(number.value(), "T1003", "severe-on-vital")
                .doesNotContain(host.value());
    }

    @Test
    void theWordsOfANoticeNameNobody() {
        IncidentNumber number = new IncidentNumber(incident(Handling.AMBER));
        for (Language language : Language.values()) {
            String draft =
                    ActingAs.call(
                            analyst.identity(),
                            () ->
                                    transaction.execute(status ->
                                            notices.draft(
                                                    store.find(number).orElseThrow(),
                                                    texts.in(language))));
            assertThat(draft)
                    .contains(number.value())
                    .doesNotContain(host.value())
                    .doesNotContain("??");
        }
    }

    @Test
    void whoeverListsIncidentsOrAlertsIsRecorded() throws Exception {
        stage.cases().page(analyst, "/incidents?state=acknowledged");
        stage.cases().page(analyst, "/incidents/attack/T1003");
        String acts =
                """
                select distinct act || ' ' || subject_id from audit.event
                where account = :it and act like 'monitoring.%'
                """;
        assertThat(stage.cases().texts(acts, analyst.account().toString()))
                .contains(
                        "monitoring.incident.listed acknowledged", "monitoring.alert.listed T1003");
    }
}
