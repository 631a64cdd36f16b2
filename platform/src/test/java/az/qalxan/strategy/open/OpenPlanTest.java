package az.qalxan.strategy.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.StageStanding;
import az.qalxan.web.CsvDownload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What everybody sees of the plan, and what nobody outside does. */
@PlatformTest
class OpenPlanTest {

    @Autowired MockMvc web;
    @Autowired Plans plans;
    @Autowired OpenShelf shelf;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void visitorsReadAndSearchThePlanInBothLanguages() throws Exception {
        for (String language : List.of("az", "en")) {
            web.perform(get("/plan?lang=" + language))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("m-8.1.1.1")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        web.perform(get("/plan?q=XRİTDX 8.1.1.1"))
                .andExpect(content().string(containsString("m-8.1.1.1\"")))
                .andExpect(content().string(not(containsString("m-8.1.2.2\""))));
        web.perform(get("/plan?q=xritdx 8.1.1.1"))
                .andExpect(content().string(containsString("m-8.1.1.1\"")));
        web.perform(get("/plan?q=bu söz planda yoxdur"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/plan\"")));
    }

    @Test
    void openDataHasEveryMeasureItsLicenceAndTheMeaningOfEachWord() throws Exception {
        int measures = plans.current().orElseThrow().measures().size();
        JsonNode json = JsonMapper.shared().readTree(body("/plan/data/measures.json"));
        assertThat(json.path("rows").size()).isEqualTo(measures);
        assertThat(json.path("licence").asString()).isEqualTo("CC0-1.0");
        assertThat(json.at("/definitions/confirmed/en").asString()).contains("another body");
        String csv = body("/plan/data/measures.csv");
        assertThat(csv.lines().count()).isGreaterThan(measures);
        assertThat(csv.lines()).noneMatch(CsvDownload::isFormula);
        assertThat(JsonMapper.shared().readTree(body("/plan/data/aims.json")).path("rows").size())
                .isEqualTo(plans.current().orElseThrow().coverage().size());
        assertThat(body("/plan/data/aims.csv")).contains("4.1.6");
    }

    @Test
    void whoAsksAgainIsToldThatNothingChanged() throws Exception {
        String tag =
                web.perform(get("/plan/data/aims.csv"))
                        .andExpect(header().string("Cache-Control", containsString("public")))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag");
        web.perform(get("/plan/data/aims.csv").header("If-None-Match", String.valueOf(tag)))
                .andExpect(status().isNotModified());
    }

    @Test
    void aDisputeLooksLikeACheckAndOnlyWhatIsConfirmedHasADay() {
        var measure = plans.current().orElseThrow().measures().getFirst();
        Instant day = Instant.parse("2026-08-12T10:00:00Z");
        MeasureStanding standing =
                new MeasureStanding(
                        measure.code(),
                        Map.of(
                                Stage.INITIAL,
                                new StageStanding(StageStanding.State.REACHED, day, "dtx", 2),
                                Stage.INTERIM,
                                new StageStanding(StageStanding.State.DISPUTED, day, "dtx", 1),
                                Stage.FINAL,
                                new StageStanding(StageStanding.State.PROPOSED, day, "dtx", 0)),
                        Set.of(MeasureStanding.Flag.DISPUTED, MeasureStanding.Flag.SILENT),
                        day,
                        false);
        OpenMeasure open = OpenMeasure.of(measure, standing, ZoneOffset.UTC);
        assertThat(open.states())
                .containsEntry(Stage.INITIAL, OpenState.CONFIRMED)
                .containsEntry(Stage.INTERIM, OpenState.BEING_CHECKED)
                .containsEntry(Stage.FINAL, OpenState.BEING_CHECKED);
        assertThat(open.confirmed()).containsOnlyKeys(Stage.INITIAL);
    }

    @Test
    void whatBodiesSayToEachOtherStaysInside() throws Exception {
        String secret = "Daxili qeyd " + UUID.randomUUID();
        Caller dtx = SignedIn.caller("dtx", Role.COORDINATOR);
        SignedIn.run(
                dtx,
                () ->
                        transaction.executeWithoutResult(status ->
                                jdbc.sql(
                                                """
                                                insert into strategy.progress_entry (
                                                  at, kind, measure, body, author, words)
                                                values (now(), 'said', '8.1.2.2', 'dtx',
                                                  'Sınaq', :words)
                                                """)
                                        .param("words", secret)
                                        .update()));
        shelf.forget();
        for (String path :
                List.of("/plan", "/plan/data/measures.json", "/plan/data/measures.csv")) {
            assertThat(body(path)).doesNotContain(secret).doesNotContain("Sınaq");
        }
        assertThat(shelf.current().orElseThrow().measures())
                .anyMatch(one -> one.measure().code().equals(new MeasureCode("8.1.2.2")));
    }

    private String body(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
