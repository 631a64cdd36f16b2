package az.qalxan.cooperation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.cooperation.Drafts;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestView;
import az.qalxan.cooperation.paper.Paper;
import az.qalxan.cooperation.paper.PaperRead;
import az.qalxan.cooperation.paper.PaperReader;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.LetterReceived;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails and papers: what becomes a request by itself, what waits, and what is made here. */
@PlatformTest
class LetterBoxTest {

    private static final Caller OFFICER = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private static final Caller ELSEWHERE = SignedIn.caller("bp", Role.DUTY_OFFICER);

    private final ApplicationContext context;
    private final ApplicationEventPublisher events;
    private final LetterStore letters;
    private final MockMvc mvc;
    private final TransactionTemplate transaction;
    private final String sender = UUID.randomUUID() + "@nokta.example";

    @Autowired
    LetterBoxTest(
            ApplicationContext context,
            ApplicationEventPublisher events,
            LetterStore letters,
            MockMvc mvc,
            PlatformTransactionManager manager) {
        this.context = context;
        this.events = events;
        this.letters = letters;
        this.mvc = mvc;
        this.transaction = new TransactionTemplate(manager);
    }

    private <T> T system(Supplier<T> work) {
        return ActingAs.call(
                TransactionIdentity.job("mail"),
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private UUID comes(String messageId, String text, Attached... files) {
        UUID id = UUID.randomUUID();
        return system(() -> {
            events.publishEvent(
                    new LetterReceived(
                            id, messageId, sender, "", true, "Sorğu", text, List.of(files)));
            return id;
        });
    }

    private List<Mailed> here() {
        return system(letters::all).stream().filter(one -> one.sender().equals(sender)).toList();
    }

    private MockHttpServletResponse send(Caller caller, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** A paper as the other side would have made it: from a draft of ours. */
    private Paper paper(String kind, String paperKind) {
        String number = new Drafts(context).enter(OFFICER, "out", kind, "TR");
        UUID[] id = new UUID[1];
        SignedIn.run(
                OFFICER,
                () ->
                        id[0] =
                                context.getBean(PaperWork.class)
                                        .make(
                                                number,
                                                new PaperWork.Wanted(
                                                        paperKind,
                                                        az.qalxan.cooperation.paper.PaperLanguage
                                                                .TR,
                                                        "Kömək sorğusu gələcək"),
                                                OFFICER));
        return system(() -> context.getBean(PaperWork.class).show(number, id[0]));
    }

    @Test
    void aReadablePaperIsPrefilledAndKeptWithItsSignature() throws Exception {
        Paper paper = paper("preservation", "preservation");
        comes("<1@nokta>", "Baxın", new Attached("a.pdf", "application/pdf", paper.pdf()));
        Mailed letter = here().getFirst();
        assertThat(letter.paper()).isEqualTo("preservation");
        assertThat(letter.signature()).isEqualTo("trial");
        assertThat(letter.field("data")).contains("giriş jurnalı");
        // Our own zone names no other state, so a person says which state asks.
        assertThat(letter.state()).isEqualTo("waiting");
        MockHttpServletResponse answer =
                send(
                        OFFICER,
                        post("/letters/" + letter.mail() + "/enter")
                                .param("kind", letter.field("kind"))
                                .param("state", "TR")
                                .param("authority", letter.field("authority"))
                                .param("reference", letter.field("reference"))
                                .param("data", letter.field("data")));
        assertThat(answer.getStatus()).isEqualTo(302);
        String place = Objects.requireNonNull(answer.getHeader("Location"));
        String number = place.substring(place.lastIndexOf('/') + 1);
        RequestView request = system(() -> context.getBean(RequestDesk.class).require(number));
        assertThat(request.head().channel()).isEqualTo("mail");
        assertThat(request.head().counterpart().reference()).isEqualTo(letter.field("reference"));
        assertThat(
                        send(
                                        OFFICER,
                                        post("/letters/" + letter.mail() + "/set-aside")
                                                .param("reason", "təkrar məktub"))
                                .getStatus())
                .isEqualTo(409);
    }

    @Test
    void textWithoutAPaperWaitsForAPersonAndComesOnce() throws Exception {
        comes("<2@nokta>", "Salam, hesabı saxlayın");
        comes("<2@nokta>", "Salam, hesabı saxlayın");
        assertThat(here()).singleElement().matches(Mailed::waiting);
        String page = send(OFFICER, get("/letters")).getContentAsString();
        assertThat(page).contains("Salam, hesabı saxlayın").doesNotContain("??");
        String elsewhere = send(ELSEWHERE, get("/letters")).getContentAsString();
        assertThat(elsewhere).doesNotContain("Salam, hesabı saxlayın");
    }

    @Test
    void aForgedMessageIdDisplacesNothing() {
        comes("<3@nokta>", "saxta");
        comes("<3@nokta>", "əsl sorğu");
        assertThat(here())
                .extracting(Mailed::words)
                .containsExactlyInAnyOrder("saxta", "əsl sorğu");
    }

    @Test
    void aBrokenFileIsALetterWithItsTrouble() {
        comes("<4@nokta>", "fayl", new Attached("a.pdf", "application/pdf", new byte[] {37, 80}));
        assertThat(here()).singleElement().matches(one -> one.trouble().startsWith("pdf "));
    }

    @Test
    void everyPaperThatARequestOffersIsMadeSignedAndKept() throws Exception {
        for (String kind :
                List.of("preservation", "subscriber-information", "emergency-disclosure")) {
            String number = new Drafts(context).enter(OFFICER, "out", kind, "TR");
            makeAll(number);
        }
        String number = new Drafts(context).enter(OFFICER, "in", "stored-data", "TR");
        makeAll(number);
        String page =
                send(OFFICER, get("/duty/requests/" + number + "/conversation"))
                        .getContentAsString();
        assertThat(page).contains("acknowledgement-" + number).doesNotContain("??");
        assertThat(send(ELSEWHERE, get("/duty/requests/" + number + "/conversation")).getStatus())
                .isEqualTo(404);
    }

    private void makeAll(String number) throws Exception {
        RequestView request = system(() -> context.getBean(RequestDesk.class).require(number));
        for (String kind : PaperForms.kinds(request)) {
            assertThat(
                            send(
                                            OFFICER,
                                            post("/duty/requests/" + number + "/papers")
                                                    .param("kind", kind)
                                                    .param("words", "Söz"))
                                    .getStatus())
                    .as(kind)
                    .isEqualTo(302);
        }
        for (KeptPaper kept :
                system(() -> context.getBean(PaperStore.class).of(request.head().id()))) {
            MockHttpServletResponse file =
                    send(OFFICER, get("/duty/requests/" + number + "/papers/" + kept.id()));
            assertThat(Sha256.of(file.getContentAsByteArray())).isEqualTo(kept.sha256());
            assertThat(PaperReader.read(file.getContentAsByteArray()))
                    .isInstanceOf(PaperRead.Understood.class);
        }
    }

    @Test
    void aPaperOfAnotherKindOrRequestIsRefused() throws Exception {
        String number = new Drafts(context).enter(OFFICER, "in", "stored-data", "TR");
        assertThat(
                        send(
                                        OFFICER,
                                        post("/duty/requests/" + number + "/papers")
                                                .param("kind", "preservation"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        send(
                                        OFFICER,
                                        get(
                                                "/duty/requests/"
                                                        + number
                                                        + "/papers/"
                                                        + UUID.randomUUID()))
                                .getStatus())
                .isEqualTo(404);
    }
}
