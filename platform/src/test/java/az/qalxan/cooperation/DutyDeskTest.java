package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

/** Requests through the pages and the interface for programs, on a real database. */
@PlatformTest
class DutyDeskTest {

    private final Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final Caller colleague = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final Caller stranger =
            SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.PROSECUTOR);

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired ApplicationContext context;
    @Autowired Incoming incoming;
    private DutyStage stage;

    @BeforeEach
    void begin() {
        stage = beans.createBean(DutyStage.class);
    }

    @Test
    void aRequestIsEnteredWithItsBasisAndShownEverywhere() throws Exception {
        String number = stage.enter(officer, "preservation", "reference", "TR-2026/17");
        String page = stage.page(officer, "/duty/requests/" + number);
        assertThat(page).contains(number, "BUDAPEST-185", "TR-2026/17").doesNotContain("??");
        assertThat(stage.page(officer, "/duty")).contains(number).doesNotContain("??");
        assertThat(stage.page(officer, "/duty?q=TR-2026/17")).contains(number);
        assertThat(stage.page(officer, "/duty?view=all")).contains(number);
        assertThat(stage.page(officer, "/duty?q=nowhere-to-be-found")).doesNotContain(number);
        assertThat(stage.page(officer, "/duty/wall")).doesNotContain("??");
        assertThat(stage.page(officer, "/duty/export.csv")).contains(number);
        assertThat(stage.page(officer, "/api/cooperation/requests/" + number))
                .contains("\"acknowledge\"", "BUDAPEST-185");
    }

    @Test
    void twoOfficersAtOnceOneWinsAndTheOtherIsToldWho() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = stage.enter(officer, "preservation");
            Callable<MockHttpServletResponse> one = acknowledge(officer, number);
            Callable<MockHttpServletResponse> two = acknowledge(colleague, number);
            List<Integer> statuses;
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<MockHttpServletResponse>> answers =
                        threads.invokeAll(List.of(one, two));
                statuses = List.of(status(answers.get(0)), status(answers.get(1)));
                MockHttpServletResponse loser = answers.get(statuses.get(0) == 409 ? 0 : 1).get();
                assertThat(loser.getContentAsString()).contains("Test dtx");
            }
            assertThat(statuses).containsExactlyInAnyOrder(302, 409);
        }
    }

    private Callable<MockHttpServletResponse> acknowledge(Caller caller, String number) {
        return () ->
                stage.post(
                        caller,
                        "/duty/requests/" + number + "/acknowledge",
                        "version",
                        "0",
                        "from",
                        "desk");
    }

    private static int status(Future<MockHttpServletResponse> answer) throws Exception {
        return answer.get().getStatus();
    }

    @Test
    void anAcknowledgementIsTakenBackFromTheDesk() throws Exception {
        String number = stage.enter(officer, "stored-data");
        assertThat(stage.step(officer, number, "acknowledge")).isEqualTo(302);
        assertThat(stage.page(officer, "/duty?done=" + number)).contains("/undo");
        assertThat(stage.page(colleague, "/duty?done=" + number)).doesNotContain(number + "/undo");
        assertThat(stage.step(colleague, number, "undo")).isEqualTo(409);
        assertThat(stage.step(officer, number, "undo")).isEqualTo(302);
        assertThat(stage.state(number)).isEqualTo("received");
    }

    @Test
    void preservedDataAreNotReleasedEarlyNotEvenByTheDatabase() throws Exception {
        String number = stage.enter(officer, "preservation");
        stage.step(officer, number, "acknowledge");
        assertThat(stage.step(officer, number, "preserve", "effect", field())).isEqualTo(302);
        assertThat(
                        stage.texts(
                                """
                                select c.kind from cooperation.clock c
                                join cooperation.request r on r.id = c.request_id
                                where r.number = :it and c.state = 'running' order by 1
                                """,
                                number))
                .containsExactly("ceiling", "floor");
        assertThat(stage.step(officer, number, "release", "reason", DutyStage.WORDS))
                .isEqualTo(409);
        assertThat(stage.page(officer, "/duty/requests/" + number))
                .contains("clock-picture")
                .doesNotContain("??");
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        stage.number(
                                """
                                with gone as (update cooperation.request
                                  set state = 'released', reason = 'x', ended_at = now(),
                                    next_at = null
                                  where number = :it returning 1) select count(*) from gone
                                """,
                                number))
                .hasMessageContaining("floor");
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        stage.number(
                                """
                                with gone as (update cooperation.request
                                  set state = 'released', reason = 'x',
                                    ended_at = now() - interval '1 day', next_at = null,
                                    floor_ends_at = null
                                  where number = :it returning 1) select count(*) from gone
                                """,
                                number))
                .hasMessageContaining("floor");
    }

    private static String field() {
        return java.time.LocalDateTime.ofInstant(Instant.now(), Point.BAKU)
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString();
    }

    @Test
    void assistanceFollowsAPreservationOnceAndFreezesItsRelease() throws Exception {
        String number = stage.enter(officer, "preservation");
        stage.step(officer, number, "acknowledge");
        stage.step(officer, number, "preserve", "effect", field());
        String assistance = stage.enter(officer, "stored-data");
        assertThat(stage.step(officer, assistance, "follow", "preservation", number))
                .isEqualTo(302);
        assertThat(stage.step(officer, assistance, "follow", "preservation", number))
                .isEqualTo(422);
        assertThat(
                        stage.texts(
                                """
                                select t.plan from cooperation.task t
                                join cooperation.request r on r.id = t.request_id
                                where r.number = :it and t.state in ('planned', 'open') order by 1
                                """,
                                number))
                .containsExactly("floor-ends", "renew");
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        stage.number(
                                """
                                with gone as (update cooperation.request
                                  set state = 'released', reason = 'x',
                                    ended_at = now() + interval '61 days', next_at = null
                                  where number = :it returning 1) select count(*) from gone
                                """,
                                number))
                .hasMessageContaining("undecided");
        assertThat(stage.page(officer, "/duty/requests/" + number)).contains(assistance);
    }

    @Test
    void aBodyWithoutRightsLearnsNothing() throws Exception {
        String number = stage.enter(officer, "content", "reference", "HIDDEN-1");
        String unknown = "S-2026-000000000";
        for (String place : List.of("/duty/requests/", "/api/cooperation/requests/")) {
            MockHttpServletResponse hidden = stage.get(stranger, place + number);
            MockHttpServletResponse absent = stage.get(stranger, place + unknown);
            assertThat(hidden.getStatus()).isEqualTo(404).isEqualTo(absent.getStatus());
            assertThat(plain(hidden).replace(number, unknown)).isEqualTo(plain(absent));
        }
        assertThat(stage.page(stranger, "/duty")).doesNotContain(number);
        assertThat(stage.page(stranger, "/duty?view=all&q=HIDDEN-1")).doesNotContain(number);
        assertThat(stage.page(stranger, "/duty/wall/rows")).doesNotContain(number);
        assertThat(stage.page(stranger, "/api/cooperation/requests")).doesNotContain(number);
        assertThat(
                        stage.post(
                                        stranger,
                                        "/duty/requests/" + number + "/acknowledge",
                                        "version",
                                        "0")
                                .getStatus())
                .isEqualTo(404);
        assertThat(stage.step(officer, number, "forward", "body", "din")).isEqualTo(302);
        assertThat(stage.page(stranger, "/duty")).contains(number);
        assertThat(stage.step(officer, number, "forward", "body", "")).isEqualTo(302);
        assertThat(stage.get(stranger, "/duty/requests/" + number).getStatus()).isEqualTo(404);
    }

    /** The page without the tokens that differ from one page to the next. */
    private static String plain(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString()
                .replaceAll("(name=\"_csrf\" value|csrf-token\" content)=\"[^\"]*\"", "");
    }

    @Test
    void aRequestOfARestrictedCaseIsSeenByItsPeopleAlone() throws Exception {
        CaseStage cases = new CaseStage(context);
        Caller lead = cases.person("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        Caller other = cases.person("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        String file = dtxCase(cases, lead);
        String number = stage.enter(lead, "stored-data", "case", file);
        assertThat(stage.page(other, "/duty/of-case/" + file)).contains(number);
        cases.restrict(lead, file);
        assertThat(stage.page(lead, "/duty/of-case/" + file)).contains(number);
        assertThat(stage.get(other, "/duty/of-case/" + file).getStatus()).isEqualTo(404);
        assertThat(stage.get(other, "/duty/requests/" + number).getStatus()).isEqualTo(404);
        assertThat(stage.page(other, "/duty?view=all")).doesNotContain(number);
        assertThat(stage.get(lead, "/duty/requests/" + number).getStatus()).isEqualTo(200);
    }

    private static String dtxCase(CaseStage cases, Caller lead) throws Exception {
        var report = cases.report("Sınaq üçün müraciət.");
        Caller first = SignedIn.caller("din", Role.DUTY_OFFICER);
        int redirected =
                cases.post(
                                first,
                                "/reports/" + report.id() + "/redirect",
                                "to",
                                "dtx",
                                "words",
                                CaseStage.WORDS)
                        .getStatus();
        assertThat(redirected).isEqualTo(302);
        return cases.accept(lead, report, "Sınaq işi");
    }

    @Test
    void aCaseOutOfSightIsNotToldOfByItsRequest() throws Exception {
        CaseStage cases = new CaseStage(context);
        Caller din = cases.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        String file = cases.open(din, "Sınaq işi");
        String number = stage.enter(officer, "stored-data");
        stage.step(officer, number, "forward", "body", "din");
        assertThat(
                        stage.post(din, "/duty/requests/" + number + "/attach", "caseNumber", file)
                                .getStatus())
                .isEqualTo(302);
        assertThat(stage.page(din, "/duty/requests/" + number)).contains("/cases/" + file);
        assertThat(stage.page(officer, "/duty/requests/" + number)).doesNotContain(file);
    }

    @Test
    void theInterfaceForProgramsTakesTheSameCallOnceAndNamesEveryWrongField() throws Exception {
        String json =
                """
                {"kind": "preservation", "direction": "in", "state": "TR", "authority": "Ankara",
                 "data": "Sınaq qutusu", "zone": "Europe/Istanbul"}
                """;
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse first =
                stage.postJson(officer, "/api/cooperation/requests", key, json);
        MockHttpServletResponse again =
                stage.postJson(officer, "/api/cooperation/requests", key, json);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString().replace("false", "true"))
                .isEqualTo(first.getContentAsString());
        MockHttpServletResponse wrong =
                stage.postJson(
                        officer,
                        "/api/cooperation/requests",
                        UUID.randomUUID().toString(),
                        """
                        {"kind": "gossip", "state": "AZ", "zone": "Mars/Olympus", "data": ""}
                        """);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("\"kind\"", "\"state\"", "\"zone\"", "\"data\"", "\"authority\"");
    }

    @Test
    void aMessageIsTakenOnceHoweverOftenItComes() {
        Incoming.Message message =
                new Incoming.Message("mail", UUID.randomUUID().toString(), "point@example.org");
        Incoming.Outcome first = stage.system(() -> incoming.take(message, mail()));
        Incoming.Outcome again = stage.system(() -> incoming.take(message, mail()));
        assertThat(first).isInstanceOf(Incoming.Taken.class);
        assertThat(again).isEqualTo(new Incoming.Taken(((Incoming.Taken) first).number(), false));
    }

    private static IncomingRequest mail() {
        return new IncomingRequest(
                "preservation",
                "TR",
                "Ankara 24/7",
                "Europe/Istanbul",
                "T-1",
                "",
                "",
                "",
                "",
                "",
                "",
                "poçt qutusu",
                "",
                "",
                false,
                "",
                null);
    }

    @Test
    void anotherBasisIsChosenForAReasonAndTheFirstOneIsKept() throws Exception {
        String number = stage.enter(officer, "preservation");
        assertThat(
                        stage.step(
                                officer,
                                number,
                                "basis",
                                "clause",
                                "NOWHERE:1",
                                "reason",
                                DutyStage.WORDS))
                .isEqualTo(422);
        assertThat(stage.step(officer, number, "basis", "reason", DutyStage.WORDS)).isEqualTo(302);
        assertThat(
                        stage.number(
                                """
                                select count(*) from cooperation.basis b
                                join cooperation.request r on r.id = b.request_id where r.number = :it
                                """,
                                number))
                .isEqualTo(2);
    }

    @Test
    void anAnswerCarriesTheLimitsThatBindIt() throws Exception {
        String number = stage.enter(officer, "stored-data");
        stage.step(officer, number, "acknowledge");
        assertThat(
                        stage.step(
                                officer,
                                number,
                                "answer",
                                "words",
                                "Birinci hissə.",
                                "conditions",
                                "Yalnız bu iş üçün."))
                .isEqualTo(302);
        assertThat(stage.step(officer, number, "answer", "words", "Qalanı.", "complete", "true"))
                .isEqualTo(302);
        String page = stage.page(officer, "/duty/requests/" + number);
        assertThat(page).contains("Birinci hissə.", "Yalnız bu iş üçün.").doesNotContain("??");
        assertThat(stage.state(number)).isEqualTo("executed");
        assertThat(stage.step(officer, number, "close")).isEqualTo(302);
    }

    @Test
    void whatWasTypedStaysWhenSomethingIsWrong() throws Exception {
        MockHttpServletResponse answer =
                stage.post(
                        officer,
                        "/duty/requests",
                        "kind",
                        "preservation",
                        "direction",
                        "in",
                        "state",
                        "TR",
                        "authority",
                        "",
                        "data",
                        "Bu mətn itməməlidir");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Bu mətn itməməlidir", "aria-invalid")
                .doesNotContain("??");
    }

    @Test
    void theFormShowsTheBasisBeforeItIsSent() throws Exception {
        assertThat(stage.page(officer, "/duty/new")).doesNotContain("??");
        assertThat(stage.page(officer, "/duty/basis?kind=preservation&state=TR&direction=in"))
                .contains("BUDAPEST-185");
        assertThat(stage.page(officer, "/duty/basis?kind=preservation&state=KG&direction=in"))
                .doesNotContain("??");
    }
}
