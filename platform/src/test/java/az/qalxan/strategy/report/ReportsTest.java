package az.qalxan.strategy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.print.PdfJudge;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.ReportPeriod;
import az.qalxan.web.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drafts that follow the registers, and issued reports that do not. */
@PlatformTest
class ReportsTest {

    @Autowired MockMvc web;
    @Autowired Plans plans;
    @Autowired Reports reports;
    @Autowired PlanReportStore store;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final Caller commission = SignedIn.caller("xritdx", Role.COORDINATOR);
    private final Caller dtx = SignedIn.caller("dtx", Role.COORDINATOR);

    @Test
    void draftsShowInBothLanguagesAsPageAndAsAccessiblePdf() throws Exception {
        for (String language : List.of("az", "en")) {
            for (String query : List.of("period=2026Q3", "period=2025", "period=2026Q3&body=dtx")) {
                web.perform(
                                get("/strategy/reports/draft?" + query + "&lang=" + language)
                                        .with(SignedIn.as("dtx", Role.DUTY_OFFICER)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
                byte[] pdf =
                        web.perform(
                                        get("/strategy/reports/draft.pdf?"
                                                        + query
                                                        + "&lang="
                                                        + language)
                                                .with(SignedIn.as(dtx)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray();
                Files.write(
                        Files.createDirectories(Path.of("target", "papers"))
                                .resolve(
                                        "report-%s-%s.pdf"
                                                .formatted(
                                                        query.replaceAll("[^A-Za-z0-9]", "-"),
                                                        language)),
                        pdf);
                assertThat(PdfJudge.faults(pdf)).as(query + language).isEmpty();
                assertThat(PdfJudge.words(pdf))
                        .contains(language.equals("az") ? "LAYİHƏ" : "DRAFT", "8.1.2.2")
                        .doesNotContain("??");
            }
        }
        for (String query : List.of("period=2026Q9", "period=2026Q3&body=nobody", "period=")) {
            web.perform(get("/strategy/reports/draft?" + query).with(SignedIn.as(dtx)))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/strategy/reports/draft?period=2026Q3"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aReportCountsWhatThePlanHas() {
        Plan plan = plans.current().orElseThrow();
        PlanReportContent whole = as(dtx, () -> reports.draft(key("2026Q3", null)).orElseThrow());
        assertThat(whole.now().measures()).isEqualTo(plan.measures().size());
        assertThat(whole.now().stages()).isEqualTo(3 * plan.measures().size());
        assertThat(whole.priorities().stream().mapToInt(one -> one.counts().stages()).sum())
                .isEqualTo(whole.now().stages());
        PlanReportContent own = as(dtx, () -> reports.draft(key("2026Q3", "dtx")).orElseThrow());
        assertThat(own.measures().stream().map(PlanReportContent.MeasureLine::code))
                .containsExactlyElementsOf(
                        plan.of(new BodyCode("dtx")).stream()
                                .map(one -> one.code().value())
                                .toList());
    }

    @Test
    void anIssuedReportStaysAsItWasSigned() throws Exception {
        String place = issue(dtx, "2025Q1", "dtx", "").getHeader("Location");
        long number = Long.parseLong(Objects.requireNonNull(place).replaceAll(".*/", ""));
        IssuedReport report = as(dtx, () -> reports.find(number).orElseThrow());
        byte[] before = pdf(number, "az");
        assertThat(PdfJudge.faults(before)).isEmpty();
        assertThat(PdfJudge.words(before))
                .contains("№ " + number, "SINAQ İMZASI")
                .doesNotContain("LAYİHƏ");
        JsonNode said = JsonMapper.shared().readTree(data(number));
        assertThat(said.at("/head/period").asString()).isEqualTo("2025Q1");
        assertThat(Sha256.of(data(number).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(report.sha256());
        as(
                dtx,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> {
                                    jdbc.sql(
                                                    """
                                                    insert into strategy.progress_entry (at, kind, measure, body, author, words)
                                                    values ('2025-02-02T10:00:00Z', 'said', '8.1.2.2', 'dtx', 'Sınaq',
                                                      'Sonradan qeydə alınıb')
                                                    """)
                                            .update();
                                    return true;
                                })));
        PlanReportContent draft = as(dtx, () -> reports.draft(key("2025Q1", "dtx")).orElseThrow());
        assertThat(draft.eventsInAll()).isEqualTo(said.path("eventsInAll").asInt() + 1);
        assertThat(pdf(number, "az")).isEqualTo(before);
        assertThat(JsonMapper.shared().readTree(data(number))).isEqualTo(said);
        web.perform(get("/strategy/reports/" + number).with(SignedIn.as(dtx)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(report.sha256())));
        web.perform(get("/strategy/reports").with(SignedIn.as(dtx)))
                .andExpect(content().string(containsString("/strategy/reports/" + number)));
        PlanReportContent next = as(dtx, () -> reports.draft(key("2025Q2", "dtx")).orElseThrow());
        assertThat(next.head().since().report()).isEqualTo(number);
    }

    @Test
    void anotherOneOfTheSamePeriodSaysWhy() throws Exception {
        issue(dtx, "2024Q2", "dtx", "");
        web.perform(form(dtx, "2024Q2", "dtx", "qısa")).andExpect(status().is(422));
        issue(dtx, "2024Q2", "dtx", "Sübut sonradan düzəldildi");
        List<IssuedReport> of =
                as(dtx, () -> reports.issued()).stream()
                        .filter(one -> one.key().equals(key("2024Q2", "dtx")))
                        .toList();
        assertThat(of).extracting(IssuedReport::issue).containsExactly(2, 1);
    }

    @Test
    void onlyThoseWhoMayIssueDoAndOnlyWhatIsOver() throws Exception {
        web.perform(form(dtx, "2024Q1", "rinn", "")).andExpect(status().isForbidden());
        Caller rinn = SignedIn.caller("rinn", Role.COORDINATOR);
        web.perform(form(rinn, "2024Q1", "", "")).andExpect(status().isForbidden());
        web.perform(form(SignedIn.caller("dtx", Role.DUTY_OFFICER), "2024Q1", "dtx", ""))
                .andExpect(status().isForbidden());
        issue(commission, "2024Q1", "", "");
        String running = String.valueOf(LocalDate.now().getYear());
        web.perform(form(dtx, running, "dtx", "")).andExpect(status().isConflict());
    }

    @Test
    void theDatabaseLetsNobodyIssueForAnother() {
        Caller rinn = SignedIn.caller("rinn", Role.COORDINATOR);
        for (String body : new String[] {"dtx", null}) {
            IssuedReport forged =
                    new IssuedReport(
                            UUID.randomUUID(),
                            900_000,
                            key("2023Q1", body),
                            1,
                            java.time.Instant.EPOCH,
                            "0".repeat(64),
                            Handling.CLEAR,
                            "",
                            java.time.Instant.EPOCH,
                            "Sınaq",
                            "rinn");
            assertThatThrownBy(() ->
                            as(
                                    rinn,
                                    () ->
                                            transaction.execute(status -> {
                                                store.insert(forged, "{}");
                                                return true;
                                            })))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void aReportThatTellsOfAMarkedMeetingIsForThoseWhoMayReadIt() {
        long number =
                as(
                        commission,
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(status -> {
                                            store.lock();
                                            IssuedReport marked =
                                                    new IssuedReport(
                                                            UUID.randomUUID(),
                                                            store.nextNumber(),
                                                            key("2023Q3", null),
                                                            1,
                                                            java.time.Instant.EPOCH,
                                                            "0".repeat(64),
                                                            Handling.AMBER,
                                                            "",
                                                            java.time.Instant.EPOCH,
                                                            "Sınaq",
                                                            "xritdx");
                                            store.insert(marked, "{}");
                                            status.setRollbackOnly();
                                            Caller officer =
                                                    SignedIn.caller("dtx", Role.DUTY_OFFICER);
                                            assertThat(seen(officer, marked.number())).isFalse();
                                            assertThat(seen(commission, marked.number())).isTrue();
                                            return marked.number();
                                        })));
        assertThat(number).isPositive();
    }

    /** Looks as somebody else within the running transaction. */
    private boolean seen(Caller caller, long number) {
        var identity = caller.identity();
        jdbc.sql(
                        """
                        select set_config('qalxan.account', :account, true),
                          set_config('qalxan.body', :body, true),
                          set_config('qalxan.roles', :roles, true)
                        """)
                .param("account", identity.account())
                .param("body", identity.body())
                .param("roles", identity.roles())
                .query(row -> {});
        return store.find(number).isPresent();
    }

    @Test
    void whatWasChangedPastThePlatformIsNotShown() {
        IssuedReport report =
                as(
                        dtx,
                        () ->
                                reports.issue(
                                        key("2023Q4", "dtx"),
                                        "",
                                        new Reports.Issuer("Sınaq", "dtx")));
        IssuedReport other =
                new IssuedReport(
                        report.id(),
                        report.number(),
                        report.key(),
                        1,
                        report.asOf(),
                        "0".repeat(64),
                        Handling.CLEAR,
                        "",
                        report.issuedAt(),
                        "Sınaq",
                        "dtx");
        assertThatThrownBy(() -> as(dtx, () -> reports.content(other)))
                .isInstanceOfSatisfying(
                        az.qalxan.web.ProblemFound.class,
                        found -> assertThat(found.problem()).isEqualTo(ReportProblem.CHANGED));
    }

    @Test
    void programsGetTheIssuedReportOrADraft() throws Exception {
        web.perform(
                        get("/api/strategy/reports/file?period=2023Q2&body=dtx&lang=en")
                                .with(SignedIn.as(dtx)))
                .andExpect(status().isOk())
                .andExpect(header().string("Qalxan-Report", "draft"));
        issue(dtx, "2023Q2", "dtx", "");
        web.perform(
                        get("/api/strategy/reports/file?period=2023Q2&body=dtx&lang=en")
                                .with(SignedIn.as(dtx)))
                .andExpect(header().string("Qalxan-Report", not("draft")));
        assertThat(
                        as(dtx, () -> reports.file(key("2023Q2", "dtx"), Language.EN, true))
                                .orElseThrow()
                                .number())
                .isZero();
    }

    private org.springframework.mock.web.MockHttpServletResponse issue(
            Caller by, String period, String body, String reason) throws Exception {
        return web.perform(form(by, period, body, reason))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse();
    }

    private static org.springframework.test.web.servlet.RequestBuilder form(
            Caller by, String period, String body, String reason) {
        return post("/strategy/reports")
                .param("period", period)
                .param("body", body)
                .param("reason", reason)
                .with(SignedIn.as(by))
                .with(csrf());
    }

    private byte[] pdf(long number, String language) throws Exception {
        return web.perform(
                        get("/strategy/reports/" + number + "/" + language + ".pdf")
                                .with(SignedIn.as(dtx)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String data(long number) throws Exception {
        return web.perform(get("/strategy/reports/" + number + ".json").with(SignedIn.as(dtx)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        return ActingAs.call(caller.identity(), work::get);
    }

    private static ReportKey key(String period, @Nullable String body) {
        return new ReportKey(
                ReportPeriod.read(period).orElseThrow(), body == null ? null : new BodyCode(body));
    }
}
