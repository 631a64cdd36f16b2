package az.qalxan.strategy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.print.PdfJudge;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.Plans;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan in time as a page, and every view as a file. */
@PlatformTest
class PlanFilesTest {

    @Autowired MockMvc web;
    @Autowired Plans plans;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate reading;

    private final Caller coordinator = SignedIn.caller("dtx", Role.COORDINATOR);

    @Test
    void everyViewComesAsEveryKindOfFileInBothLanguages() throws Exception {
        for (View view : View.values()) {
            for (String language : new String[] {"az", "en"}) {
                String csv = new String(file(view, "csv", language), StandardCharsets.UTF_8);
                JsonNode json = JsonMapper.shared().readTree(file(view, "json", language));
                assertThat(csv).doesNotContain("??").contains("\r\n");
                assertThat(json.toString()).doesNotContain("??");
                assertThat(csv.lines().count()).isGreaterThan(json.path("rows").size());
                byte[] xlsx = file(view, "xlsx", language);
                assertThat(xlsx).startsWith('P', 'K');
            }
            byte[] pdf = file(view, "pdf", "az");
            Files.write(
                    Files.createDirectories(Path.of("target", "papers"))
                            .resolve("plan-" + view.code() + ".pdf"),
                    pdf);
            assertThat(PdfJudge.faults(pdf)).as(view.code()).isEmpty();
        }
    }

    @Test
    void theRowsAreThoseOfThePlan() throws Exception {
        Plan plan = plans.current().orElseThrow();
        JsonNode tree = JsonMapper.shared().readTree(file(View.TREE, "json", "en"));
        assertThat(tree.path("rows").size()).isEqualTo(plan.measures().size());
        JsonNode coverage = JsonMapper.shared().readTree(file(View.COVERAGE, "json", "en"));
        assertThat(coverage.path("rows").size()).isEqualTo(plan.coverage().size());
        BodyCode body = plan.bodies().iterator().next();
        JsonNode asked = rows("/strategy/files/bodies.json?body=" + body);
        assertThat(asked.size()).isEqualTo(plan.of(body).size());
        JsonNode load = rows("/strategy/files/load.json");
        for (JsonNode row : load) {
            assertThat(row.path("2024Q1")).isEqualTo(row.path("2024Q4"));
        }
    }

    @Test
    void programsGetTheSameRows() throws Exception {
        web.perform(get("/api/strategy/views/tree").with(SignedIn.as(coordinator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("8.1.1.1")));
    }

    @Test
    void whoMayNotExportGetsNoFileAndWhoDoesIsRecorded() throws Exception {
        web.perform(get("/strategy/files/tree.csv").with(SignedIn.as("dtx", Role.DUTY_OFFICER)))
                .andExpect(status().isForbidden());
        web.perform(get("/strategy/files/nothing.csv").with(SignedIn.as(coordinator)))
                .andExpect(status().isNotFound());
        web.perform(get("/strategy/files/tree.csv?body=none").with(SignedIn.as(coordinator)))
                .andExpect(status().isNotFound());
        file(View.STAGES, "csv", "az");
        SignedIn.run(
                SignedIn.caller("bp", Role.AUDITOR),
                () -> assertThat(taken(coordinator, "stages")).isEqualTo(1));
    }

    private int taken(Caller by, String view) {
        return Objects.requireNonNull(
                reading.execute(status ->
                        jdbc.sql(
                                        """
                                        select count(*) from audit.event
                                        where act = 'strategy.view.taken'
                                          and account = :account
                                          and circumstances ->> 'view' = :view
                                        """)
                                .param("account", by.account().toString())
                                .param("view", view)
                                .query(Integer.class)
                                .single()));
    }

    @Test
    void thePageShowsTheMeasuresOfABodyInBothLanguages() throws Exception {
        for (String language : new String[] {"az", "en"}) {
            for (String query :
                    new String[] {"", "?body=dtx", "?priority=3&open=true", "?body=x"}) {
                web.perform(
                                get("/strategy/timeline"
                                                + query
                                                + (query.isEmpty() ? "?" : "&")
                                                + "lang="
                                                + language)
                                        .with(SignedIn.as("dtx", Role.DUTY_OFFICER)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        web.perform(get("/strategy/timeline?body=dtx").with(SignedIn.as(coordinator)))
                .andExpect(content().string(containsString("plan-picture")))
                .andExpect(
                        content().string(containsString("/strategy/files/timeline.xlsx?body=dtx")));
        web.perform(get("/strategy/timeline")).andExpect(status().is3xxRedirection());
    }

    private JsonNode rows(String path) throws Exception {
        return JsonMapper.shared().readTree(taken(path)).path("rows");
    }

    private byte[] file(View view, String format, String language) throws Exception {
        return taken("/strategy/files/" + view.code() + "." + format + "?lang=" + language);
    }

    private byte[] taken(String path) throws Exception {
        var answer =
                web.perform(get(path).with(SignedIn.as(coordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse();
        assertThat(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("qalxan-plan-");
        return answer.getContentAsByteArray();
    }
}
