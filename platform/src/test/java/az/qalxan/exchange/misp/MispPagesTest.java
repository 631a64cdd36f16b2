package az.qalxan.exchange.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.exchange.Shelves;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What people see of events, warninglists and remotes, in both languages. */
@PlatformTest
class MispPagesTest {

    private final Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller neighbour = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final Shelves shelves;
    private final MockMvc mvc;

    @Autowired
    MispPagesTest(ApplicationContext context, MockMvc mvc) {
        shelves = new Shelves(context);
        this.mvc = mvc;
    }

    private MockHttpServletResponse call(
            Caller who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(who)).with(csrf())).andReturn().getResponse();
    }

    private String page(Caller who, String path) throws Exception {
        MockHttpServletResponse answer = call(who, get(path));
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(text).doesNotContain("??");
        return text;
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile(
                "file", "a.json", "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEventIsTakenFromAFileShownAndTakenAway() throws Exception {
        UUID into = shelves.collection(analyst, Handling.GREEN, Handling.AMBER);
        String info = "Hadisə " + UUID.randomUUID();
        String event =
                """
                {"Event":{"info":"%s","Tag":[{"name":"rsit:fraud"}],"x_ours":1,
                 "Galaxy":[{"name":"Tool","GalaxyCluster":[{"value":"Mimikatz"}]}],
                 "Attribute":[{"type":"ip-dst","value":"10.9.8.7","comment":"içəridən"}],
                 "Object":[{"name":"domain-ip","Attribute":[
                   {"type":"domain","value":"çörək.az","object_relation":"domain"}]}]}}\
                """
                        .formatted(info);
        assertThat(
                        call(
                                        analyst,
                                        multipart("/exchange/misp")
                                                .file(file(event))
                                                .param("into", into.toString()))
                                .getStatus())
                .isEqualTo(302);
        Matcher link =
                Pattern.compile("href=\"(/exchange/misp/[0-9]+)\">" + info)
                        .matcher(page(analyst, "/exchange/misp?lang=az&q=" + info.substring(8)));
        assertThat(link.find()).isTrue();
        assertThat(page(analyst, link.group(1) + "?lang=az"))
                .contains("çörək.az")
                .contains("Tool: Mimikatz")
                .contains("x_ours")
                .contains("RFC 6890");
        assertThat(page(analyst, link.group(1) + "?lang=en")).contains("in the object domain-ip");
        assertThat(call(neighbour, get(link.group(1))).getStatus()).isEqualTo(404);
        assertThat(page(analyst, link.group(1) + "/event.json")).contains("\"x_ours\":1");
        assertThat(page(analyst, link.group(1) + "/attributes.csv")).contains("10.9.8.7");
        MockHttpServletResponse refused =
                call(
                        analyst,
                        multipart("/exchange/misp")
                                .file(file("{\"Event\":{\"uuid\":\"x\"}}"))
                                .param("into", into.toString()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("/Event/uuid");
    }

    @Test
    void aWarninglistIsTakenAndSwitched() throws Exception {
        String name = "Siyahı " + UUID.randomUUID();
        String list =
                "{\"name\":\"" + name + "\",\"type\":\"hostname\",\"list\":[\"etibarli.az\"]}";
        assertThat(
                        call(analyst, multipart("/exchange/misp/warninglists").file(file(list)))
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(analyst, "/exchange/misp/warninglists?lang=az")).contains(name);
        assertThat(page(neighbour, "/exchange/misp/warninglists?lang=en")).doesNotContain(name);
        Warnings warnings = shelves.bean(Warnings.class);
        assertThat(warnings.harmless("din", "domain", "a.etibarli.az")).isTrue();
        assertThat(warnings.harmless("dtx", "domain", "a.etibarli.az")).isFalse();
        call(
                analyst,
                post("/exchange/misp/warninglists/switch")
                        .param("name", name)
                        .param("enabled", "false"));
        assertThat(warnings.harmless("din", "domain", "a.etibarli.az")).isFalse();
        assertThat(page(analyst, "/exchange/misp/remotes?lang=az")).contains("mr-address");
    }
}
