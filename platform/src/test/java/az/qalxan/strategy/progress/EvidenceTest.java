package az.qalxan.strategy.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.Sha256;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.web.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence by page and by program, and what is refused as one. */
@PlatformTest
class EvidenceTest {

    private static final byte[] PROTOCOL = "Nümunə protokol".getBytes(StandardCharsets.UTF_8);

    @Autowired MockMvc mvc;
    @Autowired Plans plans;
    @Autowired Progress progress;
    @Autowired Speaking speaking;
    @Autowired EvidenceReading reading;
    @Autowired Clock clock;

    @Test
    void aDocumentLeavesAsADownloadForThoseWhoMayExport() throws Exception {
        String at = at(fresh("rinn"));
        MockHttpServletResponse proposed =
                as(
                        "rinn",
                        Role.COORDINATOR,
                        multipart(at + "/propose")
                                .file(
                                        new MockMultipartFile(
                                                "file", "../a<b>.html", "text/html", PROTOCOL))
                                .param("words", StageTalk.WORDS)
                                .param("documentTitle", "=HYPERLINK(\"x\")"));
        assertThat(proposed.getStatus()).as(proposed.getContentAsString()).isEqualTo(302);
        String page = as("dtx", Role.INVESTIGATOR, get(at)).getContentAsString();
        assertThat(page).contains(Sha256.of(PROTOCOL), "a_b_.html");
        Matcher link =
                Pattern.compile("/evidence/([0-9a-f-]{36})")
                        .matcher(as("dtx", Role.COORDINATOR, get(at)).getContentAsString());
        assertThat(link.find()).isTrue();
        String document = "/strategy/progress/evidence/" + link.group(1);
        assertThat(as("dtx", Role.INVESTIGATOR, get(document)).getStatus()).isEqualTo(403);
        MockHttpServletResponse given = as("dtx", Role.COORDINATOR, get(document));
        assertThat(given.getContentAsByteArray()).isEqualTo(PROTOCOL);
        assertThat(given.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(given.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(given.getContentType()).isEqualTo("application/octet-stream");
    }

    @Test
    void whatIsWrongIsSaidAtOnceAndWhatWasTypedStays() throws Exception {
        String at = at(fresh("rinn"));
        MockHttpServletResponse refused =
                as(
                        "rinn",
                        Role.COORDINATOR,
                        multipart(at + "/propose")
                                .param("words", "qısa")
                                .param("link", "javascript:alert(1)")
                                .param("number", "5/2026")
                                .param("decidedOn", "2999-01-01"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("Mətndə 4 işarə var", "Keçid http://", "2999-01-01", "qısa", "5/2026");
    }

    @Test
    void onlyPagesOfTheWebAreLinks() {
        for (String bad :
                List.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "https://user:secret@example.org/",
                        "https:///x",
                        "//example.org",
                        "https://example.org/" + "a".repeat(EvidenceReading.LINK_MAX))) {
            List<Violation> wrong = new ArrayList<>();
            assertThat(reading.link("Ad qoyulub", bad, wrong)).as(bad).isEmpty();
            assertThat(wrong).as(bad).hasSize(1);
        }
        assertThat(reading.link("", "https://example.org/x?y=1", new ArrayList<>())).isPresent();
    }

    @Test
    void aProgramProposesReadsAndJudges() throws Exception {
        PlanMeasure measure = fresh("rinn");
        String path = "/api/strategy/progress/" + measure.code();
        JsonNode claim =
                json(
                        as(
                                "rinn",
                                Role.COORDINATOR,
                                post(path + "/initial/claims")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"words\":\"" + StageTalk.WORDS + "\"}")));
        assertThat(claim.get("missing").get(0).asString()).isEqualTo("document");
        String one = path + "/initial/claims/" + claim.get("id").asString();
        JsonNode given =
                json(
                        as(
                                "rinn",
                                Role.COORDINATOR,
                                post(one + "/documents?name=a.pdf&title=Protokol")
                                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                        .content(PROTOCOL)));
        assertThat(given.get("evidence").get(0).get("sha256").asString())
                .isEqualTo(Sha256.of(PROTOCOL));
        JsonNode judged =
                json(
                        as(
                                "din",
                                Role.COORDINATOR,
                                post(one + "/verdicts")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"step\":\"confirm\"}")));
        assertThat(judged.get("state").asString()).isEqualTo("reached");
        JsonNode whole = json(as("bp", Role.AUDITOR, get(path)));
        assertThat(whole.get("standing").get("stages").get("initial").get("body").asString())
                .isEqualTo("rinn");
        assertThat(whole.get("record")).hasSize(4);
        assertThat(as("rinn", Role.INVESTIGATOR, post(one + "/verdicts")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void theQueueShowsEachBodyWhatIsItsToDo() throws Exception {
        PlanMeasure measure = fresh("rinn");
        String at = at(measure);
        assertThat(
                        as(
                                        "rinn",
                                        Role.COORDINATOR,
                                        post(at + "/propose").param("words", StageTalk.WORDS))
                                .getStatus())
                .isEqualTo(302);
        String address = at + "#claim-";
        assertThat(queue("din")).contains(address);
        assertThat(queue("rinn")).doesNotContain(address);
        assertThat(
                        as(
                                        "din",
                                        Role.COORDINATOR,
                                        post("/strategy/progress/" + measure.code() + "/say")
                                                .param(
                                                        "words",
                                                        "Bizim hissə hazırdır, gözləyirik."))
                                .getStatus())
                .isIn(302, 409);
        assertThat(
                        as("din", Role.COORDINATOR, get("/strategy/progress/9.9.9.9/initial"))
                                .getStatus())
                .isEqualTo(404);
    }

    private String queue(String body) throws Exception {
        return as(body, Role.COORDINATOR, get("/strategy/progress")).getContentAsString();
    }

    /** A measure that nobody has spoken of, whose lead asks for a document. */
    private PlanMeasure fresh(String lead) {
        StageTalk talk = new StageTalk(plans, speaking);
        PlanMeasure measure = talk.fresh(progress, clock.instant(), lead);
        talk.asks(measure, Stage.INITIAL, EvidenceKind.DOCUMENT);
        return measure;
    }

    private static String at(PlanMeasure measure) {
        return "/strategy/progress/" + measure.code() + "/initial";
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> MockHttpServletResponse as(
            String body, Role role, B request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(body, role)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isBetween(200, 201);
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }
}
