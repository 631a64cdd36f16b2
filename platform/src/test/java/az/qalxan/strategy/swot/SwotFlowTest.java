package az.qalxan.strategy.swot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An entry proposed, approved by another person, changed and dropped, through the pages. */
@PlatformTest
class SwotFlowTest {

    @Autowired MockMvc mvc;

    private final Caller author = SignedIn.caller("rinn", Role.COORDINATOR);
    private final Caller other = SignedIn.caller("dtx", Role.COORDINATOR);
    private final Caller reader = SignedIn.caller("din", Role.STATISTICIAN);

    private MockHttpServletResponse post(Caller caller, String path, String... fields)
            throws Exception {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(Caller caller, String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(MockMvcRequestBuilders.get(path).with(SignedIn.as(caller)))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).as(path).doesNotContain("??");
        return text;
    }

    private static String[] fields(String field, String words, LocalDate evidence) {
        return new String[] {
            "field",
            field,
            "words",
            words,
            "evidence",
            "Sınaq sübutu",
            "evidenceOn",
            evidence.toString(),
            "measures",
            "8.1.1.1",
            "risks",
            "Kadr çatışmazlığı",
            "reason",
            "Sınaq üçün"
        };
    }

    @Test
    void anEntryStandsOnceAnotherPersonApprovedIt() throws Exception {
        String words = "Sınaq yazısı " + UUID.randomUUID();
        LocalDate old = LocalDate.now(java.time.Clock.systemUTC()).minusYears(2);
        assertThat(post(reader, "/strategy/swot", fields("strength", words, old)).getStatus())
                .isEqualTo(403);
        MockHttpServletResponse made =
                post(author, "/strategy/swot", fields("strength", words, old));
        String at = String.valueOf(made.getHeader("Location"));
        assertThat(strong(page(reader, "/strategy/swot"))).doesNotContain(words);
        assertThat(post(author, at + "/approve").getStatus()).isEqualTo(409);
        assertThat(post(other, at + "/approve").getStatus()).isEqualTo(302);
        assertThat(strong(page(reader, "/strategy/swot")))
                .contains(words, "sübut köhnəlib", "/strategy/measures/8.1.1.1");
        assertThat(post(other, at + "/approve").getStatus()).isEqualTo(409);
        String reworded = "Başqa söz " + UUID.randomUUID();
        post(author, at + "/change", fields("weakness", reworded, old));
        assertThat(post(other, at + "/drop", "reason", "Sınaq bitdi").getStatus())
                .as("another proposal waits")
                .isEqualTo(409);
        post(other, at + "/refuse", "remark", "Sübut yoxdur");
        assertThat(page(reader, "/strategy/swot")).contains(words);
        assertThat(page(reader, at)).contains("rədd edilib", "Sübut yoxdur", reworded);
        post(other, at + "/drop", "reason", "Sınaq bitdi");
        post(author, at + "/approve");
        assertThat(page(reader, "/strategy/swot")).doesNotContain(words);
        assertThat(page(reader, "/strategy/swot/compare")).doesNotContain(words);
        assertThat(page(author, "/strategy/swot/swot.csv")).doesNotContain(words);
    }

    private static String strong(String page) {
        int from = page.indexOf("id=\"strength\"");
        return from < 0 ? "" : page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    void aFormSaysEverythingThatIsWrong() throws Exception {
        MockHttpServletResponse answer =
                post(
                        author,
                        "/strategy/swot",
                        "field",
                        "luck",
                        "words",
                        "qısa",
                        "evidenceOn",
                        "2999-01-01",
                        "measures",
                        "9.9.9.9",
                        "link",
                        "javascript:alert(1)");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("luck", "9.9.9.9", "2999-01-01", "https://")
                .doesNotContain("??");
    }
}
