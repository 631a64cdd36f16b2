package az.qalxan.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.ReportId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What officers do with reports and cases, through the pages. */
@PlatformTest
class CaseworkTest {

    private static final String WORDS = "Səbəb sınaq üçün yazılıb.";

    private final Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller colleague = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller stranger = SignedIn.caller("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);

    @Autowired MockMvc mvc;
    @Autowired Intake intake;
    @Autowired Clock clock;

    @Test
    void aReportIsDecidedOnce() throws Exception {
        ReportId report = report("phone-fraud", "Zəng edib kodu soruşdular.");
        assertThat(accept(officer, report).getStatus()).isEqualTo(302);
        assertThat(accept(colleague, report).getStatus()).isEqualTo(409);
        assertThat(close(colleague, report, "no-offence").getStatus()).isEqualTo(409);
    }

    @Test
    void aBulkAcceptTakesAllIntoOneCase() throws Exception {
        ReportId one = report("phone-fraud", "Birinci zəng barədə müraciət.");
        ReportId two = report("phone-fraud", "İkinci zəng barədə müraciət.");
        MockHttpServletResponse answer =
                as(
                        officer,
                        post("/triage/accept")
                                .param("report", one.toString(), two.toString())
                                .param("title", "İki zəng"));
        String page = as(officer, get(place(answer))).getContentAsString();
        assertThat(page).contains("Birinci zəng", "İkinci zəng", "İki zəng");
    }

    @Test
    void aRedirectedReportLeavesTheQueueOfTheFirstBody() throws Exception {
        ReportId report = report("phone-fraud", "Başqa orqana aid müraciət.");
        MockHttpServletResponse moved =
                as(
                        officer,
                        post("/reports/" + report + "/redirect")
                                .param("to", "dtx")
                                .param("words", WORDS));
        assertThat(moved.getStatus()).isEqualTo(302);
        assertThat(as(officer, get("/reports/" + report)).getStatus()).isEqualTo(404);
        assertThat(as(stranger, get("/reports/" + report)).getStatus()).isEqualTo(200);
    }

    @Test
    void closingNeedsAReasonInForceAndWords() throws Exception {
        ReportId report = report("phone-fraud", "Bağlanacaq müraciət.");
        assertThat(close(officer, report, "because").getStatus()).isEqualTo(422);
        assertThat(
                        as(
                                        officer,
                                        post("/reports/" + report + "/close")
                                                .param("reason", "no-offence")
                                                .param("words", "qısa"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(close(officer, report, "no-offence").getStatus()).isEqualTo(302);
    }

    @Test
    void aSensitiveReportAsksForAPurposeFirst() throws Exception {
        ReportId report = report("sextortion", "Şəkillərimlə hədələyirlər.");
        String asked = as(officer, get("/reports/" + report)).getContentAsString();
        assertThat(asked).contains("name=\"purpose\"").doesNotContain("hədələyirlər");
        String opened =
                as(
                                officer,
                                post("/reports/" + report + "/open")
                                        .param("purpose", "triage")
                                        .param("words", WORDS))
                        .getContentAsString();
        assertThat(opened).contains("hədələyirlər");
    }

    @Test
    void aForeignCaseAndNoCaseAnswerAlike() throws Exception {
        String there = opened("Yad iş");
        MockHttpServletResponse foreign = as(stranger, get(there));
        MockHttpServletResponse absent = as(stranger, get("/cases/K-2026-999999"));
        assertThat(foreign.getStatus()).isEqualTo(absent.getStatus()).isEqualTo(404);
        assertThat(as(stranger, get(there + "/reports.csv")).getStatus()).isEqualTo(404);
        assertThat(as(stranger, post(there + "/notes").param("words", "x")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void onlyMembersSeeARestrictedCase() throws Exception {
        String there = opened("Məhdud iş");
        assertThat(as(colleague, get(there)).getStatus()).isEqualTo(200);
        MockHttpServletResponse restricted =
                as(
                        officer,
                        post(there + "/restrict")
                                .param("version", "0")
                                .param("restricted", "true")
                                .param("reason", WORDS));
        assertThat(restricted.getStatus()).isEqualTo(302);
        assertThat(as(colleague, get(there)).getStatus()).isEqualTo(404);
        assertThat(as(officer, get(there)).getStatus()).isEqualTo(200);
    }

    @Test
    void aCaseTakesOnlyTheStepsOfItsState() throws Exception {
        String there = opened("Addımlar");
        assertThat(step(there, "resume", 0)).isEqualTo(409);
        assertThat(step(there, "suspend", 0)).isEqualTo(302);
        assertThat(step(there, "close", 0)).as("an outdated page").isEqualTo(409);
        assertThat(step(there, "close", 1)).isEqualTo(302);
        assertThat(step(there, "suspend", 2)).isEqualTo(409);
        assertThat(step(there, "reopen", 2)).isEqualTo(302);
    }

    @Test
    void aNoteStaysAndTheHistoryTellsOfIt() throws Exception {
        String there = opened("Qeydli iş");
        as(officer, post(there + "/notes").param("words", "<b>Qeyd</b> yazıldı"));
        String page = as(colleague, get(there)).getContentAsString();
        assertThat(page).contains("&lt;b&gt;Qeyd&lt;/b&gt; yazıldı").contains(officer.name());
    }

    @Test
    void anExportHoldsNoFormula() throws Exception {
        ReportId report =
                report("phone-fraud", "=HYPERLINK(\"http://x.example\") göndərdilər mənə");
        String there = place(accept(officer, report));
        String csv = as(officer, get(there + "/reports.csv")).getContentAsString();
        assertThat(csv).contains("'=HYPERLINK").doesNotContain(",\"=HYPERLINK");
    }

    private String opened(String title) throws Exception {
        ReportId report = report("phone-fraud", "Sınaq üçün müraciət: " + title);
        return place(as(officer, post("/reports/" + report + "/accept").param("title", title)));
    }

    private int step(String there, String step, int version) throws Exception {
        return as(
                        officer,
                        post(there + "/state/" + step)
                                .param("version", String.valueOf(version))
                                .param("outcome", step.equals("close") ? "sent-to-court" : "wanted")
                                .param("reason", WORDS))
                .getStatus();
    }

    private MockHttpServletResponse accept(Caller caller, ReportId report) throws Exception {
        return as(caller, post("/reports/" + report + "/accept").param("title", "Yeni iş"));
    }

    private MockHttpServletResponse close(Caller caller, ReportId report, String reason)
            throws Exception {
        return as(
                caller,
                post("/reports/" + report + "/close")
                        .param("reason", reason)
                        .param("words", WORDS));
    }

    private static String place(MockHttpServletResponse answer) {
        String place = answer.getHeader("Location");
        return place == null ? "" : place;
    }

    private MockHttpServletResponse as(Caller caller, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private ReportId report(String category, String story) {
        Instant now = clock.instant();
        NewReport report =
                new NewReport(
                        category,
                        now,
                        now,
                        "baku",
                        Channel.WEB,
                        "az",
                        story,
                        null,
                        List.of(),
                        "",
                        Contact.NONE);
        return ActingAs.call(
                        TransactionIdentity.job("test"), () -> intake.receiveAll(List.of(report)))
                .getFirst()
                .id();
    }
}
