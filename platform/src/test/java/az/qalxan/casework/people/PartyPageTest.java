package az.qalxan.casework.people;

import static az.qalxan.casework.CaseStage.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import az.qalxan.casework.PartyStatusChanged;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Receipt;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Parties and their statuses, through the pages. */
@PlatformTest
@RecordApplicationEvents
class PartyPageTest {

    private final Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);

    @Autowired ApplicationContext context;
    @Autowired ApplicationEvents events;
    private CaseStage stage;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
    }

    private int enter(String number, String name, String status) throws Exception {
        return stage.post(
                        officer,
                        "/cases/" + number + "/parties",
                        "kind",
                        "person",
                        "name",
                        name,
                        "purpose",
                        "ifadə",
                        "status",
                        status,
                        "since",
                        "2026-05-04",
                        "ground",
                        WORDS)
                .getStatus();
    }

    private String only(String number) {
        return stage.texts(
                        """
                        select p.id::text from casework.party p
                        join casework.case_file c on c.id = p.case_id where c.number = :it
                        """,
                        number)
                .getFirst();
    }

    private List<String> statuses(String party) {
        return stage.texts(
                """
                select status || ' ' || since || ' ' || coalesce(until::text, '…')
                from casework.party_status where party_id = cast(:it as uuid) order by since, status
                """,
                party);
    }

    @Test
    void aWitnessBecomesASuspectAndBothAreRemembered() throws Exception {
        String number = stage.open(officer, "Status");
        assertThat(enter(number, "Uydurma Şahidli", "witness")).isEqualTo(302);
        String party = only(number);
        assertThat(
                        stage.post(
                                        officer,
                                        "/cases/" + number + "/parties/" + party + "/status",
                                        "status",
                                        "suspect",
                                        "since",
                                        "2026-06-01",
                                        "ground",
                                        WORDS,
                                        "replaced",
                                        "witness")
                                .getStatus())
                .isEqualTo(302);
        assertThat(statuses(party))
                .containsExactly("witness 2026-05-04 2026-05-31", "suspect 2026-06-01 …");
        assertThat(events.stream(PartyStatusChanged.class).map(PartyStatusChanged::status))
                .containsExactly("witness", "witness", "suspect");
        assertThat(stage.page(officer, "/cases/" + number + "/history"))
                .contains("Şübhəli şəxs")
                .doesNotContain("Uydurma Şahidli");
    }

    @Test
    void wrongStatusesAreRefusedAndNothingIsKept() throws Exception {
        String number = stage.open(officer, "Səhv status");
        assertThat(enter(number, "Uydurma Adlı", "legal-person")).isEqualTo(422);
        assertThat(enter(number, "Uydurma Adlı", "nobody")).isEqualTo(422);
        assertThat(enter(number, "", "witness")).isEqualTo(422);
        assertThat(
                        stage.number(
                                """
                                select count(*) from casework.party p
                                join casework.case_file c on c.id = p.case_id where c.number = :it
                                """,
                                number))
                .isZero();
        assertThat(enter(number, "Uydurma Adlı", "victim")).isEqualTo(302);
        String at = "/cases/" + number + "/parties/" + only(number);
        assertThat(stage.post(officer, at + "/status", "status", "victim", "ground", WORDS))
                .extracting(answer -> answer.getStatus())
                .isEqualTo(422);
        assertThat(
                        stage.post(
                                        officer,
                                        at + "/end",
                                        "status",
                                        "victim",
                                        "until",
                                        "2026-05-01",
                                        "reason",
                                        WORDS)
                                .getStatus())
                .isEqualTo(422);
    }

    @Test
    void theReporterIsEnteredByOneClickAndOnlyByAPerson() throws Exception {
        Receipt report =
                stage.report(
                        "Zəng edib kodu soruşdular.",
                        new Contact("Nərgiz Uydurma", "050 555 01 61", ""),
                        Instant.now());
        String number = stage.accept(officer, report, "Müraciət edən");
        String at = "/cases/" + number + "/parties";
        assertThat(stage.page(officer, at)).doesNotContain("Nərgiz Uydurma");
        assertThat(stage.page(officer, at + "?report=" + report.id()))
                .contains("Zərər çəkmiş şəxs kimi daxil et")
                .doesNotContain("Nərgiz Uydurma");
        String report0 = report.id().toString();
        assertThat(
                        stage.post(
                                        officer,
                                        at + "/from-report",
                                        "report",
                                        report0,
                                        "status",
                                        "victim")
                                .getStatus())
                .isEqualTo(302);
        assertThat(stage.page(officer, at)).contains("Nərgiz Uydurma", "050 555 01 61");
        assertThat(
                        stage.post(
                                        officer,
                                        at + "/from-report",
                                        "report",
                                        report0,
                                        "status",
                                        "victim")
                                .getStatus())
                .isEqualTo(422);
        String elsewhere = stage.open(officer, "Başqa iş");
        assertThat(
                        stage.post(
                                        officer,
                                        "/cases/" + elsewhere + "/parties/from-report",
                                        "report",
                                        report0,
                                        "status",
                                        "victim")
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void everyViewIsRecordedAndReadersOfCasesDoNotSeePeople() throws Exception {
        String number = stage.open(officer, "Baxış");
        enter(number, "Uydurma Gizlili", "victim");
        stage.page(officer, "/cases/" + number + "/parties");
        assertThat(stage.acts(only(number))).contains("casework.party.viewed");
        Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
        assertThat(stage.get(analyst, "/cases/" + number + "/parties").getStatus()).isEqualTo(403);
        assertThat(stage.page(analyst, "/cases/" + number)).doesNotContain("Uydurma Gizlili");
    }

    @Test
    void whatWasEnteredByMistakeLosesItsName() throws Exception {
        String number = stage.open(officer, "Səhv");
        enter(number, "Uydurma Səhvli", "victim");
        String party = only(number);
        stage.post(
                officer,
                "/cases/" + number + "/parties/" + party + "/strike",
                "reason",
                "Başqa işin iştirakçısıdır.");
        assertThat(stage.page(officer, "/cases/" + number + "/parties"))
                .contains("Başqa işin iştirakçısıdır.")
                .doesNotContain("Uydurma Səhvli");
        assertThat(
                        stage.texts(
                                "select name from casework.party where id = cast(:it as uuid)",
                                party))
                .containsExactly("—");
    }
}
