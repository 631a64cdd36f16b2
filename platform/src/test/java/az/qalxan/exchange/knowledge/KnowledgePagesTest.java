package az.qalxan.exchange.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looking values up by page, by program and as files. */
@PlatformTest
class KnowledgePagesTest {

    private final KnowledgeStage stage;
    private final MockMvc mvc;
    private final String green = KnowledgeStage.fresh("indicator");
    private final String strict = KnowledgeStage.fresh("indicator");

    @Autowired
    KnowledgePagesTest(ApplicationContext context, MockMvc mvc) {
        stage = new KnowledgeStage(context);
        this.mvc = mvc;
    }

    @BeforeEach
    void fill() {
        UUID collection =
                stage.shelves.collection(stage.owner, Handling.GREEN, Handling.AMBER_STRICT);
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.GREEN, null);
        String pattern = KnowledgeStage.domain(stage.name("sehife"));
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                                green,
                                KnowledgeStage.OLD,
                                pattern,
                                KnowledgeStage.marked(KnowledgeStage.GREEN))
                        .replace("Sınaq", "=HYPERLINK(1)"),
                KnowledgeStage.indicator(
                        strict,
                        KnowledgeStage.OLD,
                        pattern,
                        KnowledgeStage.marked(KnowledgeStage.STRICT)),
                KnowledgeStage.indicator(
                        KnowledgeStage.fresh("indicator"),
                        KnowledgeStage.OLD,
                        KnowledgeStage.domain(stage.name("kecmis")),
                        ",\"valid_until\":\"2020-06-01T00:00:00Z\""));
    }

    private MockHttpServletResponse call(
            Caller who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(who)).with(csrf())).andReturn().getResponse();
    }

    private String body(Caller who, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        MockHttpServletResponse answer = call(who, request);
        assertThat(answer.getStatus()).isEqualTo(200);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("??");
        return text;
    }

    @Test
    void thePageShowsWhatTheReaderMaySee() throws Exception {
        String path = "/exchange/knowledge";
        assertThat(body(stage.owner, get(path))).contains("name=\"values\"");
        String asked = stage.name("sehife") + "\n" + stage.name("kecmis") + "\nheç nə\n";
        String own = body(stage.owner, post(path).param("values", asked));
        assertThat(own).contains(green).contains(strict).contains("vaxtı bitib");
        String other = body(stage.neighbour, post(path + "?lang=en").param("values", asked));
        assertThat(other).contains(green).doesNotContain(strict).contains("none of the kinds");
        assertThat(call(stage.owner, post(path).param("values", " ")).getStatus()).isEqualTo(422);
        String many = "a.example\n".repeat(2) + numbered(1_001);
        assertThat(call(stage.owner, post(path).param("values", many)).getStatus()).isEqualTo(422);
    }

    private static String numbered(int count) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < count; i++) {
            many.append("a").append(i).append(".example\n");
        }
        return many.toString();
    }

    @Test
    void filesHoldNoFormulaAndNothingThatMayOnlyBeRead() throws Exception {
        String file =
                body(
                        stage.owner,
                        post("/exchange/knowledge/look-up.csv")
                                .param("values", stage.name("sehife") + "\n=1+1"));
        assertThat(file)
                .contains(green)
                .doesNotContain(strict)
                .contains("fayla düşməyən obyekt var")
                .contains("'=HYPERLINK(1)")
                .contains("'=1+1");
        String indicators = body(stage.owner, get("/exchange/knowledge/indicators.csv"));
        assertThat(indicators)
                .startsWith("\ufeffkind,value")
                .contains(green)
                .contains("'=HYPERLINK(1)")
                .doesNotContain(strict)
                .doesNotContain(stage.name("kecmis"));
    }

    @Test
    void aProgramAsksForManyAtOnceAndTakesTheIndicators() throws Exception {
        String token = stage.shelves.program("din").token();
        JsonNode told =
                JsonMapper.shared()
                        .readTree(
                                mvc.perform(
                                                post("/api/knowledge/look-up")
                                                        .header("Authorization", "Bearer " + token)
                                                        .contentType(MediaType.APPLICATION_JSON)
                                                        .content(
                                                                "{\"values\":[\""
                                                                        + stage.name("sehife")
                                                                        + "\",\"?\",null]}"))
                                        .andReturn()
                                        .getResponse()
                                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(told.path(0).path("objects")).hasSize(2);
        assertThat(told.path(0).path("live").booleanValue()).isTrue();
        assertThat(told.path(1).path("known").booleanValue()).isFalse();
        MockHttpServletResponse file =
                mvc.perform(
                                get("/api/knowledge/indicators.csv")
                                        .header("Authorization", "Bearer " + token))
                        .andReturn()
                        .getResponse();
        assertThat(file.getContentAsString(StandardCharsets.UTF_8))
                .contains(green)
                .contains(strict);
        assertThat(
                        mvc.perform(
                                        post("/api/knowledge/look-up")
                                                .header("Authorization", "Bearer " + token)
                                                .contentType(MediaType.APPLICATION_JSON)
                                                .content("{\"values\":[]}"))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(422);
    }
}
