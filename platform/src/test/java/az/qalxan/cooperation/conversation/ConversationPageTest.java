package az.qalxan.cooperation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.cooperation.Drafts;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.ScriptedPeer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an officer does with a conversation on its page. */
@PlatformTest
class ConversationPageTest {

    private static final Caller OFFICER = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private static final Caller ELSEWHERE = SignedIn.caller("bp", Role.DUTY_OFFICER);

    private final ApplicationContext context;
    private final RequestDesk desk;
    private final MockMvc mvc;
    private final TransactionTemplate transaction;

    @Autowired
    ConversationPageTest(
            ApplicationContext context,
            RequestDesk desk,
            MockMvc mvc,
            PlatformTransactionManager manager) {
        this.context = context;
        this.desk = desk;
        this.mvc = mvc;
        this.transaction = new TransactionTemplate(manager);
    }

    private <T> T system(Supplier<T> work) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private MockHttpServletResponse send(
            Caller caller, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private RequestView request(String number) {
        return system(() -> desk.require(number));
    }

    private List<WordRow> words(String number) {
        return system(() -> context.getBean(WordStore.class).of(request(number).head().id()));
    }

    private int version(String number) {
        return request(number).head().version();
    }

    private MockHttpServletResponse give(String number, String to) throws Exception {
        return send(
                OFFICER,
                post("/duty/requests/" + number + "/peer")
                        .param("version", String.valueOf(version(number)))
                        .param("to", to));
    }

    @Test
    void aDraftGoesToAnAdmittedPeerOnceAndToNobodyElse() throws Exception {
        ScriptedPeer peer = new ScriptedPeer(context);
        String number = new Drafts(context).enter(OFFICER, "out", "stored-data", "KZ");
        String page =
                send(OFFICER, get("/duty/requests/" + number + "/conversation"))
                        .getContentAsString();
        assertThat(page).contains(peer.code() + "/" + peer.code() + "-24-7");
        assertThat(give(number, "nobody/nobody-24-7").getStatus()).isEqualTo(422);
        assertThat(give(number, "<script>").getStatus()).isEqualTo(422);
        assertThat(request(number).state()).isEqualTo("drafted");
        String to = peer.code() + "/" + peer.code() + "-24-7";
        assertThat(give(number, to).getStatus()).isEqualTo(302);
        assertThat(request(number).state()).isEqualTo("sent");
        assertThat(give(number, to).getStatus()).isEqualTo(409);
        assertThat(words(number)).hasSize(1);
    }

    @Test
    void theAnswerGoesWithItsFilesAndOnlyThoseWhoMaySeeThemGetThem() throws Exception {
        String number = new Drafts(context).enter(OFFICER, "in", "stored-data", "KZ");
        UUID id = request(number).head().id();
        String code = new ScriptedPeer(context).code();
        system(() ->
                context.getBean(ThreadStore.class)
                        .begin(
                                new TalkThread(
                                        id,
                                        UUID.randomUUID(),
                                        TalkThread.with(
                                                code, "dtx", code + "-24-7", UUID.randomUUID()))));
        SignedIn.run(
                OFFICER,
                () -> desk.take(number, version(number), new RequestStep.Acknowledge(), OFFICER));
        byte[] content = {1, 2, 3};
        MockHttpServletResponse answer =
                send(
                        OFFICER,
                        multipart("/duty/requests/" + number + "/disclosure")
                                .file(
                                        new MockMultipartFile(
                                                "files", "jurnal.csv", "text/csv", content))
                                .param("version", String.valueOf(version(number)))
                                .param("words", "Jurnal əlavədədir")
                                .param("complete", "true"));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(request(number).state()).isEqualTo("executed");
        WordRow said = words(number).getLast();
        assertThat(said.kind()).isEqualTo(WordKind.ANSWER);
        assertThat(said.files()).hasSize(1);
        String file = "/duty/requests/" + number + "/words/" + said.id() + "/files/1";
        MockHttpServletResponse got = send(OFFICER, get(file));
        assertThat(got.getContentAsByteArray()).isEqualTo(content);
        assertThat(got.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(send(ELSEWHERE, get(file)).getStatus()).isEqualTo(404);
        String page =
                send(OFFICER, get("/duty/requests/" + number + "/conversation"))
                        .getContentAsString();
        assertThat(page).contains("jurnal.csv").doesNotContain("??");
    }

    @Test
    void programsReadTheConversationAndHiddenOnesAreNotFound() throws Exception {
        String number = new Drafts(context).enter(OFFICER, "out", "stored-data", "KZ");
        String path = "/api/cooperation/requests/" + number + "/conversation";
        assertThat(send(OFFICER, get(path)).getContentAsString())
                .contains("\"state\":\"drafted\"", "\"words\":[]");
        assertThat(send(ELSEWHERE, get(path)).getStatus()).isEqualTo(404);
        assertThat(
                        send(
                                        OFFICER,
                                        post("/duty/requests/" + number + "/remark")
                                                .param("words", "salam"))
                                .getStatus())
                .isEqualTo(409);
    }
}
