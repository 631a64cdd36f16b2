package az.qalxan.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.engines.plan.PlanFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan on pages and for programs. */
@PlatformTest
class PlanPagesTest {

    @Autowired MockMvc mvc;
    @Autowired Plans plans;
    @Autowired ApiClients clients;

    private final Caller coordinator = SignedIn.caller("xritdx", Role.COORDINATOR);
    private final Caller other = SignedIn.caller("dtx", Role.COORDINATOR);
    private final Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER);

    private MockHttpServletResponse page(Caller caller, String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path)).with(SignedIn.as(caller)))
                .andReturn()
                .getResponse();
    }

    private String html(String path) throws Exception {
        MockHttpServletResponse answer = page(officer, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private PlanFile facts() {
        return plans.of(EditionId.PACK).orElseThrow().file();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/strategy",
                "/strategy/stages",
                "/strategy/stages?stage=final&q=cert",
                "/strategy/bodies",
                "/strategy/bodies/dtx",
                "/strategy/bodies/%C4%B0nfrastruktur%20subyektl%C9%99ri",
                "/strategy/coverage",
                "/strategy/load",
                "/strategy/measures/8.4.2",
                "/strategy/measures/8.1.1.1",
                "/strategy/editions"
            })
    void everybodyWhoSignsInSeesThePlanInBothLanguages(String path) throws Exception {
        for (String language : List.of("az", "en")) {
            assertThat(html(path + (path.contains("?") ? "&" : "?") + "lang=" + language))
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/strategy/measures/8.1.1.99",
                "/strategy/measures/x",
                "/strategy/bodies/yoxdur",
                "/strategy/editions/99999/file",
                "/strategy/editions/0/changes/99999"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(page(SignedIn.caller("dtx", Role.COORDINATOR), path).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Xritdx|8.1.1.1|8.8.2.1
                    kibergigiyena|8.8.1.2|8.1.1.1
                    KIBERGIGIYENA|8.8.1.2|8.1.1.1
                    KİBERGİGİYENA|8.8.1.2|8.1.1.1
                    usaq|8.8.2.2|8.1.1.1
                    uşaqlar mərkəz|8.8.2.2|8.1.1.1
                    8.5.3|8.5.3|8.5.4
                    ministry of defence|8.1.1.1|8.8.2.1
                    """)
    void wordsAreFoundWhateverTheirCaseAndDots(String words, String found, String not)
            throws Exception {
        String query = UriUtils.encode(words, StandardCharsets.UTF_8);
        assertThat(html("/strategy?q=" + query))
                .contains("/strategy/measures/" + found + "\"")
                .doesNotContain("/strategy/measures/" + not + "\"");
    }

    @Test
    void filtersMeetAndBodiesStandInTheOrderOfTheAlphabet() throws Exception {
        String leads = html("/strategy?body=DTX&role=lead&period=dated");
        assertThat(leads).contains("/strategy/measures/8.4.1\"");
        assertThat(leads)
                .doesNotContain("/strategy/measures/8.5.3\"", "/strategy/measures/8.1.1.1\"");
        assertThat(
                        html("/strategy")
                                .replaceAll("(?s).*<select id=\"s-body\"(.*?)</select>.*", "$1"))
                .containsSubsequence(
                        ">AQUPDK<",
                        ">AMEA<",
                        ">ASİ<",
                        ">ASK<",
                        ">AŞ<",
                        ">DTX<",
                        ">ETN<",
                        ">ƏƏSMN<",
                        ">ƏN<",
                        ">XİN<",
                        ">XRİTDX<",
                        ">İN<",
                        ">MB<");
        assertThat(html("/strategy?q=%3Cscript%3Ealert(1)%3C/script%3E"))
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void theThreeGapsStandOutAndTheReadingSaysWhatItIs() throws Exception {
        String page = html("/strategy/coverage?lang=en");
        assertThat(page).contains("#a4.1.6", "#a4.1.17", "#a4.1.24", "our reading and unverified");
        assertThat(page.split("class=\"chip nar\"", -1)).hasSize(4);
    }

    @Test
    void aFileIsLookedAtBeforeItIsRecorded() throws Exception {
        String mark = UUID.randomUUID().toString();
        int before = plans.editions().size();
        String at = uploaded(TestPlans.yaml(facts(), mark));
        assertThat(plans.editions()).as("nothing recorded yet").hasSize(before);
        String preview = page(coordinator, at + "?lang=en").getContentAsString();
        assertThat(preview).contains("Record it as the new edition?", at + "/record");
        assertThat(page(other, at).getStatus()).as("only who put it up").isEqualTo(404);
        assertThat(step(other, at + "/record")).isEqualTo(404);
        assertThat(step(officer, at + "/record")).isEqualTo(403);
        assertThat(step(coordinator, at + "/record")).isEqualTo(302);
        assertThat(plans.editions()).hasSize(before + 1);
        assertThat(html("/strategy/measures/8.1.1.1")).contains(mark);
        assertThat(page(coordinator, at).getStatus()).as("recorded once").isEqualTo(404);
        int number = plans.editions().getFirst().number();
        MockHttpServletResponse file = page(coordinator, "/strategy/editions/" + number + "/file");
        assertThat(file.getContentAsByteArray()).isEqualTo(TestPlans.yaml(facts(), mark));
        assertThat(html("/strategy/editions/0/changes/" + number)).contains("0 → " + number);
    }

    @Test
    void aFileMayBeThrownAway() throws Exception {
        String at = uploaded(TestPlans.yaml(facts(), UUID.randomUUID().toString()));
        assertThat(step(coordinator, at + "/discard")).isEqualTo(302);
        assertThat(page(coordinator, at).getStatus()).isEqualTo(404);
    }

    @Test
    void aFileThatIsNoPlanIsAnsweredWithEveryPlace() throws Exception {
        String broken =
                new String(TestPlans.yaml(facts(), "x"), StandardCharsets.UTF_8)
                        .replace("- id: 8.1.1.2\n  priority: 1", "- id: 8.1.1.2\n  priority: 77")
                        .replace("lead: NK", "lead: []");
        MockHttpServletResponse answer =
                put(broken.getBytes(StandardCharsets.UTF_8), "/strategy/uploads?lang=az");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("faylda 77 nömrəli prioritet yoxdur", "measures[1]", "lead");
    }

    private String uploaded(byte[] yaml) throws Exception {
        MockHttpServletResponse answer = put(yaml, "/strategy/uploads");
        assertThat(answer.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private MockHttpServletResponse put(byte[] yaml, String path) throws Exception {
        return mvc.perform(
                        multipart(path)
                                .file(new MockMultipartFile("file", "plan.yaml", null, yaml))
                                .with(SignedIn.as(coordinator))
                                .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private int step(Caller caller, String path) throws Exception {
        return mvc.perform(post(path).with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void programsRecordAndRead() throws Exception {
        String token = SignedIn.token(clients, "xritdx", Role.COORDINATOR);
        String weak = SignedIn.token(clients, "din", Role.COORDINATOR);
        String mark = UUID.randomUUID().toString();
        byte[] yaml = TestPlans.yaml(facts(), mark);
        assertThat(sent(weak, yaml).getStatus()).isEqualTo(403);
        MockHttpServletResponse done = sent(token, yaml);
        assertThat(done.getStatus()).isEqualTo(201);
        JsonNode recorded = JsonMapper.shared().readTree(done.getContentAsByteArray());
        assertThat(recorded.path("outcome").asString()).isEqualTo("recorded");
        assertThat(sent(token, yaml).getStatus()).as("the same file").isEqualTo(200);
        MockHttpServletResponse refused = sent(token, "title: x".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("\"line\":1", "measures is missing");
        JsonNode status = read(weak, "/api/strategy/plan/status?body=dtx");
        assertThat(status.at("/counts/measures").asInt()).isEqualTo(56);
        assertThat(status.path("measures").size()).isEqualTo(50);
        assertThat(read(weak, "/api/strategy/plan/measures").path(0).path("text").asString())
                .contains(mark);
        assertThat(read(weak, "/api/strategy/editions").path(0).path("number"))
                .isEqualTo(recorded.at("/edition/number"));
        Matcher wrong =
                Pattern.compile("not-found")
                        .matcher(body(weak, "/api/strategy/editions/0/changes/99999"));
        assertThat(wrong.find()).isTrue();
    }

    private JsonNode read(String token, String path) throws Exception {
        return JsonMapper.shared().readTree(body(token, path));
    }

    private String body(String token, String path) throws Exception {
        return mvc.perform(get(path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sent(String token, byte[] yaml) throws Exception {
        return mvc.perform(
                        post("/api/strategy/editions")
                                .header("Authorization", "Bearer " + token)
                                .contentType("application/octet-stream")
                                .content(yaml))
                .andReturn()
                .getResponse();
    }
}
