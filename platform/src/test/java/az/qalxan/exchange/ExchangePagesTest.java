package az.qalxan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What people do with collections over HTTP. */
@PlatformTest
class ExchangePagesTest {

    private final Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller colleague = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller neighbour = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final Shelves shelves;
    private final MockMvc mvc;

    @Autowired
    ExchangePagesTest(ApplicationContext context, MockMvc mvc) {
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

    private String open(String alias) throws Exception {
        MockHttpServletResponse answer =
                call(
                        analyst,
                        post("/exchange")
                                .param("alias", alias)
                                .param("title", "Sınaq " + alias)
                                .param("description", "")
                                .param("unmarked", "TLP:GREEN")
                                .param("ceiling", "TLP:AMBER"));
        assertThat(answer.getStatus()).isEqualTo(302);
        return String.valueOf(answer.getHeader("Location"));
    }

    private static String alias() {
        return "p-" + UUID.randomUUID().toString().substring(0, 12);
    }

    private void send(Caller caller, String place, String object) {
        Reachable reachable =
                shelves.reach(caller, UUID.fromString(place.substring(place.length() - 36)));
        ActingAs.call(
                caller.identity(),
                () ->
                        shelves.bean(ObjectIntake.class)
                                .take(
                                        caller,
                                        reachable,
                                        NoLossTest.read(java.util.List.of(object)),
                                        _ -> {}));
    }

    private static String object(String id, String name) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","name":"%s",
         "created":"2020-01-01T00:00:00.000Z","modified":"2020-01-01T00:00:00.000Z",
         "pattern":"[ipv4-addr:value = '198.51.100.3']","pattern_type":"stix",
         "valid_from":"2020-01-01T00:00:00Z"}\
        """
                .formatted(id, name);
    }

    @Test
    void aCollectionIsOpenedFilledSharedClosedAndOpenedAgain() throws Exception {
        String alias = alias();
        String place = open(alias);
        assertThat(page(analyst, "/exchange")).contains("Sınaq " + alias);
        assertThat(page(neighbour, "/exchange")).doesNotContain(alias);
        String id = "indicator--" + UUID.randomUUID();
        send(analyst, place, object(id, "İz " + alias));
        assertThat(page(analyst, place)).contains("İz " + alias).contains("TLP:GREEN");
        assertThat(page(analyst, place + "?type=malware")).doesNotContain("İz " + alias);
        assertThat(call(neighbour, get(place)).getStatus()).isEqualTo(404);
        MockHttpServletResponse let =
                call(
                        analyst,
                        post(place + "/permits").param("body", "dtx").param("read", "TLP:GREEN"));
        assertThat(let.getStatus()).isEqualTo(302);
        assertThat(page(neighbour, place + "?lang=en")).contains("İz " + alias);
        assertThat(page(neighbour, place + "/objects/" + id + "?lang=en"))
                .contains(id)
                .contains("<p class=\"mono break\">[ipv4-addr:value")
                .contains("Valid from");
        assertThat(page(analyst, place + "/objects/" + id)).contains("Test dtx");
        assertThat(
                        call(analyst, get(place + "/objects/" + id + "/receivers.csv"))
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("Test dtx");
        String large = "indicator--" + UUID.randomUUID();
        send(analyst, place, object(large, "x".repeat(200_000)));
        assertThat(page(analyst, place + "/objects/" + large + "?lang=en"))
                .contains("too large for a page")
                .doesNotContain("xxxxxxxxxx");
        assertThat(page(analyst, place)).contains(large).doesNotContain("xxxxxxxxxx");
        assertThat(call(neighbour, post(place + "/close")).getStatus()).isEqualTo(404);
        assertThat(call(analyst, post(place + "/close")).getStatus()).isEqualTo(302);
        assertThat(page(analyst, place)).contains(place + "/reopen");
        assertThat(call(analyst, post(place + "/reopen")).getStatus()).isEqualTo(302);
        assertThat(call(analyst, post(place + "/withdraw").param("body", "dtx")).getStatus())
                .isEqualTo(302);
        assertThat(call(neighbour, get(place)).getStatus()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAtOnceAndAnAliasIsTakenOnce() throws Exception {
        MockHttpServletResponse wrong =
                call(
                        analyst,
                        post("/exchange")
                                .param("alias", "Bad!")
                                .param("unmarked", "TLP:RED")
                                .param("ceiling", "TLP:GREEN"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8)).contains("role=\"alert\"");
        String alias = alias();
        open(alias);
        assertThat(
                        call(
                                        analyst,
                                        post("/exchange")
                                                .param("alias", alias)
                                                .param("title", "x")
                                                .param("unmarked", "TLP:GREEN")
                                                .param("ceiling", "TLP:AMBER"))
                                .getStatus())
                .isEqualTo(422);
        String place = open(alias());
        assertThat(page(analyst, place + "/edit")).contains("name=\"version\" value=\"0\"");
        assertThat(
                        call(
                                        analyst,
                                        post(place)
                                                .param("version", "7")
                                                .param("alias", alias())
                                                .param("title", "x")
                                                .param("unmarked", "TLP:GREEN")
                                                .param("ceiling", "TLP:AMBER"))
                                .getStatus())
                .isEqualTo(409);
    }

    @Test
    void refusedObjectsAndIdentitiesWaitForPeople() throws Exception {
        String place = open(alias());
        String id = "indicator--" + UUID.randomUUID();
        send(analyst, place, object(id, "a"));
        send(analyst, place, object(id, "b"));
        assertThat(page(analyst, "/exchange/quarantine")).contains(id);
        assertThat(page(neighbour, "/exchange/quarantine")).doesNotContain(id);
        String identity = "identity--" + UUID.randomUUID();
        assertThat(
                        call(analyst, post("/exchange/speakers").param("identity", identity))
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        call(analyst, post("/exchange/speakers").param("identity", identity))
                                .getStatus())
                .isEqualTo(409);
        assertThat(
                        call(
                                        analyst,
                                        post("/exchange/speakers/confirm")
                                                .param("identity", identity))
                                .getStatus())
                .isEqualTo(409);
        assertThat(
                        call(
                                        colleague,
                                        post("/exchange/speakers/confirm")
                                                .param("identity", identity))
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(neighbour, "/exchange/speakers?lang=en")).contains(identity);
    }
}
