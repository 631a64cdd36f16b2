package az.qalxan.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What people see of messages, and what they do not. */
@PlatformTest
class MessagePagesTest {

    private static final Caller OTHER = SignedIn.caller("din", Role.DUTY_OFFICER);

    private final ConfigurableApplicationContext context;
    private final MockMvc mvc;
    private final Stage stage;

    @Autowired
    MessagePagesTest(ConfigurableApplicationContext context, MockMvc mvc) {
        this.context = context;
        this.mvc = mvc;
        this.stage = new Stage(context);
    }

    private MockHttpServletResponse call(
            Caller who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(SignedIn.as(who))).andReturn().getResponse();
    }

    private UUID queue(Partner partner, UUID conversation, Handling handling) {
        UUID id = UUID.randomUUID();
        Envelope envelope =
                new Envelope(
                        new Correspondence(
                                partner.code,
                                new BodyCode("dtx"),
                                new BodyCode(partner.body),
                                conversation),
                        new Guard(handling, null),
                        "test.word",
                        id,
                        Partner.contents("gizli söz"));
        stage.as(Stage.OFFICER.identity(), () -> context.getBean(Dispatch.class).send(envelope));
        return id;
    }

    @Test
    void aConversationIsSeenByItsBodyAndLeavesNoTraceForOthers() throws Exception {
        Partner partner = Partner.admitted(context);
        UUID conversation = UUID.randomUUID();
        queue(partner, conversation, Handling.RED);
        String page = "/messages/conversations/" + partner.code + "/" + conversation;
        String api = "/api/peers/" + partner.code + "/conversations/" + conversation + "/digest";
        assertThat(call(Stage.OFFICER, get("/messages")).getContentAsString())
                .contains(conversation.toString());
        assertThat(call(Stage.OFFICER, get(page)).getContentAsString())
                .contains("test.word", "TLP:RED")
                .doesNotContain("gizli söz", "??");
        assertThat(call(OTHER, get("/messages")).getContentAsString())
                .doesNotContain(conversation.toString());
        for (String path : new String[] {page, page + "/compare", api}) {
            assertThat(call(OTHER, get(path)).getStatus()).as(path).isEqualTo(404);
            String nowhere = path.replace(conversation.toString(), UUID.randomUUID().toString());
            assertThat(call(OTHER, get(nowhere)).getStatus()).as(nowhere).isEqualTo(404);
        }
    }

    @Test
    void whatHasNotLeftIsTakenBackAndNothingElse() throws Exception {
        Partner partner = Partner.admitted(context);
        UUID fresh = queue(partner, UUID.randomUUID(), Handling.AMBER);
        assertThat(call(OTHER, post("/messages/" + fresh + "/withdraw")).getStatus())
                .isEqualTo(404);
        assertThat(call(Stage.OFFICER, post("/messages/" + fresh + "/withdraw")).getStatus())
                .isEqualTo(302);
        UUID tried = queue(partner, UUID.randomUUID(), Handling.AMBER);
        context.getBean(Delivery.class)
                .step(partner.code, (peer, frame) -> new Wire.Reply.Unanswered("unreachable", ""));
        assertThat(call(Stage.OFFICER, post("/messages/" + tried + "/withdraw")).getStatus())
                .isEqualTo(409);
        assertThat(call(Stage.OFFICER, post("/messages/" + tried + "/again")).getStatus())
                .isEqualTo(302);
        assertThat(call(Stage.OFFICER, get("/messages?show=waiting")).getContentAsString())
                .contains("qarşı tərəfə qoşulmaq mümkün olmadı");
    }

    @Test
    void aDeliveryByHandIsKeptWithItsProof() throws Exception {
        String partner = "Poçt " + UUID.randomUUID();
        MockMultipartFile proof =
                new MockMultipartFile("proof", "qəbz.png", "image/png", new byte[] {1, 2, 3});
        assertThat(
                        call(
                                        Stage.OFFICER,
                                        multipart("/messages/by-hand")
                                                .file(proof)
                                                .param("direction", "out")
                                                .param("way", "post")
                                                .param("partner", partner)
                                                .param("person", "Sınaq")
                                                .param("at", "2026-01-05T10:00")
                                                .param("words", "Sorğunun əsli")
                                                .param("handling", "TLP:AMBER"))
                                .getStatus())
                .isEqualTo(302);
        String page = call(Stage.OFFICER, get("/messages/by-hand")).getContentAsString();
        assertThat(page).contains(partner, "Sorğunun əsli");
        Matcher link = Pattern.compile("/messages/by-hand/[0-9a-f-]+/proof").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(call(Stage.OFFICER, get(link.group())).getContentAsByteArray())
                .containsExactly(1, 2, 3);
        assertThat(call(OTHER, get(link.group())).getStatus()).isEqualTo(404);
        assertThat(call(OTHER, get("/messages/by-hand")).getContentAsString())
                .doesNotContain(partner);
        assertThat(
                        call(Stage.OFFICER, multipart("/messages/by-hand").param("way", "göyərçin"))
                                .getStatus())
                .isEqualTo(422);
    }

    @Test
    void aPeersAddressIsChangedByTwoPeople() throws Exception {
        Partner partner = Partner.admitted(context);
        String peer = "/peers/" + partner.code;
        String moved = "https://moved-" + partner.code + ".example:8443";
        Caller administrator = Stage.ADMINISTRATOR;
        assertThat(
                        call(administrator, post(peer + "/address").param("address", "http://x"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(call(administrator, post(peer + "/address").param("address", moved)).getStatus())
                .isEqualTo(302);
        assertThat(call(administrator, get(peer)).getContentAsString())
                .contains(moved)
                .doesNotContain("value=\"admit\"", "??");
        assertThat(
                        call(administrator, post(peer + "/address/decide").param("answer", "admit"))
                                .getStatus())
                .as("not the one who entered it")
                .isEqualTo(409);
        assertThatThrownBy(() ->
                        stage.system(() ->
                                context.getBean(JdbcClient.class)
                                        .sql(
                                                "update transmission.peer set address = 'https://evil'"
                                                        + " where code = :code")
                                        .param("code", partner.code)
                                        .update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(
                        call(
                                        Stage.COORDINATOR,
                                        post(peer + "/address/decide").param("answer", "admit"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(
                        stage.system(() ->
                                context.getBean(PeerStore.class)
                                        .find(partner.code)
                                        .orElseThrow()
                                        .address()))
                .isEqualTo(moved);
        assertThat(
                        call(
                                        Stage.COORDINATOR,
                                        post(peer + "/address/decide").param("answer", "admit"))
                                .getStatus())
                .isEqualTo(409);
    }

    @Test
    void aPeerIsEnteredByOneAndAdmittedByAnother() throws Exception {
        assertThat(call(Stage.ADMINISTRATOR, post("/peers").param("code", "BÖYÜK")).getStatus())
                .isEqualTo(422);
        Partner partner = Partner.admitted(context);
        String page = call(Stage.OFFICER, get("/peers/" + partner.code)).getContentAsString();
        assertThat(page).contains(partner.body, partner.sign.fingerprint()).doesNotContain("??");
        assertThat(call(Stage.COORDINATOR, post("/peers/" + partner.code + "/shut")).getStatus())
                .isEqualTo(302);
        assertThat(
                        call(
                                        Stage.COORDINATOR,
                                        post("/peers/" + partner.code + "/decide")
                                                .param("answer", "admit"))
                                .getStatus())
                .as("whoever shut it does not open it")
                .isEqualTo(409);
        assertThat(call(Stage.OFFICER, get("/peers")).getContentAsString())
                .contains(partner.code)
                .doesNotContain("??");
    }
}
