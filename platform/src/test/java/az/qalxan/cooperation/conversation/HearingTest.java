package az.qalxan.cooperation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.cooperation.Drafts;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Contents;
import az.qalxan.transmission.Correspondence;
import az.qalxan.transmission.MessageReceived;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a peer's words do to requests here, and what they cannot do. */
@PlatformTest
class HearingTest {

    private static final Caller OFFICER = SignedIn.caller("dtx", Role.DUTY_OFFICER);

    private final ApplicationContext context;
    private final ApplicationEventPublisher events;
    private final RequestDesk desk;
    private final WordStore words;
    private final TransactionTemplate transaction;
    private final String peer = "p-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID conversation = UUID.randomUUID();

    @Autowired
    HearingTest(
            ApplicationContext context,
            ApplicationEventPublisher events,
            RequestDesk desk,
            WordStore words,
            PlatformTransactionManager manager) {
        this.context = context;
        this.events = events;
        this.desk = desk;
        this.words = words;
        this.transaction = new TransactionTemplate(manager);
    }

    private <T> T system(Supplier<T> work) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private Correspondence with(String who, UUID where) {
        return new Correspondence(who, new BodyCode("dtx"), new BodyCode(who + "-24-7"), where);
    }

    private UUID says(UUID reference, Word word) {
        return says(with(peer, conversation), reference, word);
    }

    private UUID says(Correspondence with, UUID reference, Word word) {
        return says(
                with,
                WordKind.of(word).wire(),
                WordJson.write(new Spoken(reference, "S-2026-000000777", word)));
    }

    private UUID says(Correspondence with, String kind, byte[] json) {
        UUID id = UUID.randomUUID();
        Attached file = new Attached("a.txt", "text/plain", new byte[] {1, 2});
        return system(() -> {
            events.publishEvent(
                    new MessageReceived(
                            with,
                            kind,
                            id,
                            new Contents(
                                    json,
                                    kind.equals("cooperation.answer") ? List.of(file) : List.of()),
                            Clock.systemUTC().instant(),
                            ""));
            return id;
        });
    }

    private static Word.Asked asked(String kind, UUID follows) {
        return new Word.Asked(
                kind,
                false,
                "AMBER",
                "KZ",
                "24/7",
                "Asia/Almaty",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "Poçt qutusu",
                "",
                "",
                follows);
    }

    private static Word.Asked asked() {
        return new Word.Asked(
                "preservation",
                false,
                "RED",
                "KZ",
                "24/7",
                "Asia/Almaty",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "Poçt qutusu",
                "",
                "",
                null);
    }

    private RequestView here(UUID reference) {
        return system(() ->
                context.getBean(ThreadStore.class)
                        .named(peer, reference)
                        .flatMap(thread -> desk.find(thread.request()))
                        .orElseThrow());
    }

    private List<WordRow> words(RequestView request) {
        return system(() -> words.of(request.head().id()));
    }

    /** The objection that answers that word; empty when none does. */
    private String objection(UUID about) {
        return system(() ->
                context.getBean(JdbcClient.class)
                        .sql(
                                """
                                select content -> 'word' ->> 'code' from cooperation.word
                                where direction = 'out' and kind = 'cooperation.objection'
                                  and content -> 'word' ->> 'about' = :about
                                """)
                        .param("about", about.toString())
                        .query(String.class)
                        .optional()
                        .orElse(""));
    }

    private void step(RequestView request, RequestStep step) {
        String number = request.head().number().value();
        SignedIn.run(
                OFFICER,
                () -> desk.take(number, desk.require(number).head().version(), step, OFFICER));
    }

    /** A draft of ours that stands with the peer. */
    private RequestView sent(String kind) {
        String number = new Drafts(context).enter(OFFICER, "out", kind, "KZ");
        SignedIn.run(
                OFFICER,
                () -> {
                    RequestView draft = desk.require(number);
                    UUID id = draft.head().id();
                    transaction.executeWithoutResult(status ->
                            context.getBean(ThreadStore.class)
                                    .begin(new TalkThread(id, id, with(peer, conversation))));
                    desk.take(
                            number, draft.head().version(), new RequestStep.Send("peer"), OFFICER);
                });
        return system(() -> desk.require(number));
    }

    @Test
    void aRequestArrivesWithTheNumberThereAndIsAnsweredByTheStepsHere() {
        UUID reference = UUID.randomUUID();
        says(reference, asked());
        RequestView request = here(reference);
        assertThat(request.state()).isEqualTo("received");
        assertThat(request.head().counterpart().reference()).isEqualTo("S-2026-000000777");
        assertThat(request.head().channel()).isEqualTo("peer");
        assertThat(request.head().sight().handling()).isEqualTo(Handling.RED);
        step(request, new RequestStep.Acknowledge());
        step(request, new RequestStep.Undo());
        step(request, new RequestStep.Acknowledge());
        Instant then = Clock.systemUTC().instant().minus(Duration.ofDays(1));
        step(request, new RequestStep.Preserve(then, then));
        assertThat(words(request).stream().map(one -> one.kind() + " " + one.state()))
                .containsExactly(
                        "REQUEST taken", "ACKNOWLEDGEMENT waiting", "PRESERVATION waiting");
    }

    @Test
    void ourRequestMovesAsTheOtherSideSaysAndKeepsWhatCame() {
        RequestView request = sent("stored-data");
        UUID reference = request.head().id();
        says(reference, new Word.Acknowledged("24/7"));
        assertThat(here(reference).state()).isEqualTo("confirmed");
        assertThat(here(reference).head().counterpart().reference()).isEqualTo("S-2026-000000777");
        says(reference, new Word.Answered(true, "Əlavədədir", "yalnız bu iş üçün"));
        assertThat(here(reference).state()).isEqualTo("executed");
        says(reference, new Word.Closed(""));
        assertThat(here(reference).state()).isEqualTo("closed");
        WordRow answer = words(request).get(2);
        assertThat(answer.files()).hasSize(1);
        assertThat(answer.files().getFirst().sha256()).hasSize(64);
        assertThat(words(request)).filteredOn(WordRow::out).hasSize(1);
    }

    @Test
    void aMoveThatIsNotAllowedIsRefusedBackAndShownHere() {
        RequestView request = sent("stored-data");
        UUID reference = request.head().id();
        UUID release = says(reference, new Word.Released("səbəb"));
        assertThat(objection(release)).isEqualTo("state");
        assertThat(here(reference).state()).isEqualTo("sent");
        assertThat(words(request))
                .filteredOn(one -> one.kind() == WordKind.RELEASE)
                .singleElement()
                .matches(one -> one.is("refused") && one.reason().equals("state"));
        UUID objected = says(reference, new Word.Objected(UUID.randomUUID(), "state", ""));
        assertThat(objection(objected)).as("an objection is never answered").isEmpty();
    }

    @Test
    void anObjectionIsShownAtTheWordThatItIsAbout() {
        RequestView request = sent("stored-data");
        UUID said = words(request).getFirst().id();
        says(request.head().id(), new Word.Objected(said, "wrong-request", "/word/zone"));
        assertThat(words(request).getFirst())
                .matches(one -> one.is("objected") && one.detail().equals("/word/zone"));
    }

    @Test
    void aPeerSpeaksOnlyOfTheRequestsOfItsOwnConversation() {
        RequestView request = sent("stored-data");
        UUID reference = request.head().id();
        UUID byOther = says(with("p-other", conversation), reference, new Word.Acknowledged(""));
        UUID elsewhere = says(with(peer, UUID.randomUUID()), reference, new Word.Acknowledged(""));
        UUID ofNothing = says(UUID.randomUUID(), new Word.Withdrawn("səbəb"));
        assertThat(List.of(objection(byOther), objection(elsewhere), objection(ofNothing)))
                .containsOnly("unknown-request");
        assertThat(here(reference).state()).isEqualTo("sent");
        assertThat(words(request)).hasSize(1);
    }

    @Test
    void nobodySaysWhatIsForTheOtherSideToSay() {
        UUID reference = UUID.randomUUID();
        says(reference, asked());
        UUID answer = says(reference, new Word.Answered(true, "cavab", ""));
        assertThat(objection(answer)).isEqualTo("not-yours");
        UUID again = says(reference, asked());
        assertThat(objection(again)).isEqualTo("asked-already");
        RequestView ours = sent("stored-data");
        UUID withdrawal = says(ours.head().id(), new Word.Withdrawn("səbəb"));
        assertThat(objection(withdrawal)).isEqualTo("not-yours");
    }

    @Test
    void whatCannotBeReadIsKeptAndRefusedWithItsPlace() {
        RequestView request = sent("stored-data");
        byte[] json =
                WordJson.write(
                        new Spoken(request.head().id(), "", new Word.Answered(true, "cavab", "")));
        String broken = new String(json, StandardCharsets.UTF_8).replace("\"words\"", "\"wordz\"");
        UUID id =
                says(
                        with(peer, conversation),
                        "cooperation.answer",
                        broken.getBytes(StandardCharsets.UTF_8));
        assertThat(objection(id)).isEqualTo("unreadable");
        UUID noise = says(with(peer, conversation), "cooperation.answer", new byte[] {7, 8, 9});
        assertThat(objection(noise)).as("of nothing known, nothing is said").isEmpty();
        UUID wrong = says(UUID.randomUUID(), asked("no-such-kind", UUID.randomUUID()));
        assertThat(objection(wrong)).isEqualTo("wrong-request");
    }

    /** The states of the tasks to answer a wish for more time. */
    private List<String> calls(RequestView request) {
        return system(() ->
                context.getBean(JdbcClient.class)
                        .sql(
                                """
                                select state from cooperation.task
                                where request_id = :id and plan = 'extension-asked' order by cycle
                                """)
                        .param("id", request.head().id())
                        .query(String.class)
                        .list());
    }

    @Test
    void anExtensionThatIsAskedCallsSomebodyUntilItIsAnswered() {
        UUID reference = UUID.randomUUID();
        says(reference, asked());
        RequestView request = here(reference);
        step(request, new RequestStep.Acknowledge());
        Instant then = Clock.systemUTC().instant().minus(Duration.ofDays(1));
        step(request, new RequestStep.Preserve(then, then));
        says(reference, new Word.ExtensionAsked("İstintaq davam edir."));
        says(reference, new Word.ExtensionAsked("Bir daha xahiş edirik."));
        assertThat(calls(request)).hasSize(1).doesNotContain("done");
        step(request, new RequestStep.Renew(Clock.systemUTC().instant(), "Uzadılır."));
        assertThat(calls(request)).containsExactly("done");
        says(reference, new Word.ExtensionAsked("Yenə lazımdır."));
        assertThat(calls(request)).hasSize(2);
        SignedIn.run(
                OFFICER,
                () ->
                        context.getBean(Talk.class)
                                .say(
                                        request.head().number().value(),
                                        new Word.ExtensionRefused("Əsas qalmayıb."),
                                        OFFICER));
        assertThat(calls(request)).containsExactly("done", "done");
    }

    @Test
    void aPeersRemarksAreBoundedInSizeAndNumberAndTheRefusalSaysHow() {
        UUID reference = UUID.randomUUID();
        says(reference, asked());
        RequestView request = here(reference);
        UUID longer = says(reference, new Word.Remark("a".repeat(Effects.REMARK_CHARS_MAX + 1)));
        assertThat(objection(longer)).isEqualTo("too-much");
        for (int remark = 0; remark < Effects.REMARKS_A_DAY_MAX; remark++) {
            assertThat(objection(says(reference, new Word.Remark("Qeyd " + remark)))).isEmpty();
        }
        assertThat(objection(says(reference, new Word.Remark("Artıq")))).isEqualTo("too-much");
        assertThat(words(request))
                .filteredOn(word -> word.reason().equals("too-much"))
                .hasSize(2)
                .allMatch(word -> !word.word().words().contains("Artıq"))
                .allMatch(word -> word.detail().contains("4000; 50/24 h"));
    }

    @Test
    void aPeerAsksForOneStateOnly() {
        says(UUID.randomUUID(), asked());
        byte[] json = WordJson.write(new Spoken(UUID.randomUUID(), "S-2026-000000778", asked()));
        String other = new String(json, StandardCharsets.UTF_8).replace("\"KZ\"", "\"TR\"");
        UUID id =
                says(
                        with(peer, conversation),
                        "cooperation.request",
                        other.getBytes(StandardCharsets.UTF_8));
        assertThat(objection(id)).isEqualTo("other-state");
    }

    @Test
    void wordsOfTheFutureMoveNothing() {
        RequestView request = sent("preservation");
        says(request.head().id(), new Word.Acknowledged(""));
        Instant later = Clock.systemUTC().instant().plus(Duration.ofDays(2));
        UUID id = says(request.head().id(), new Word.Preserved(later, later));
        assertThat(objection(id)).isEqualTo("future");
        assertThat(here(request.head().id()).state()).isEqualTo("confirmed");
    }

    @Test
    void dataHeldForAnotherStateAreNotLetGoByItsWordAlone() {
        UUID reference = UUID.randomUUID();
        says(reference, asked());
        RequestView request = here(reference);
        step(request, new RequestStep.Acknowledge());
        Instant then = Clock.systemUTC().instant().minus(Duration.ofDays(1));
        step(request, new RequestStep.Preserve(then, then));
        UUID assistance = UUID.randomUUID();
        says(assistance, asked("stored-data", reference));
        assertThat(here(assistance).head().follows()).isEqualTo(request.head().id());
        UUID withdrawal = says(reference, new Word.Withdrawn("lazım deyil"));
        assertThat(objection(withdrawal)).isEmpty();
        assertThat(here(reference).state()).isEqualTo("preserved");
    }
}
