package az.qalxan.cooperation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.cooperation.RequestDesk;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Replayed, reordered and forged messages, through the whole way in. */
@PlatformTest
class ConversationBadDaysTest {

    private final ApplicationContext context;
    private final TransactionTemplate transaction;
    private final UUID conversation = UUID.randomUUID();
    private final UUID reference = UUID.randomUUID();

    @Autowired
    ConversationBadDaysTest(ApplicationContext context, PlatformTransactionManager manager) {
        this.context = context;
        this.transaction = new TransactionTemplate(manager);
    }

    private <T> T system(Supplier<T> work) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private byte[] says(Word word) {
        return WordJson.write(new Spoken(reference, "S-2026-000000123", word));
    }

    private byte[] asked() {
        return says(
                new Word.Asked(
                        "stored-data",
                        false,
                        "AMBER",
                        "KZ",
                        "24/7",
                        "",
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
                        null));
    }

    private ScriptedPeer.Line line(int sequence, String kind, byte[] json) {
        return new ScriptedPeer.Line(conversation, sequence, "cooperation." + kind, json);
    }

    private List<WordRow> words(ScriptedPeer peer) {
        return system(() ->
                context.getBean(ThreadStore.class)
                        .named(peer.code(), reference)
                        .map(thread -> context.getBean(WordStore.class).of(thread.request()))
                        .orElse(List.of()));
    }

    private String state(ScriptedPeer peer) {
        return system(() ->
                context.getBean(ThreadStore.class)
                        .named(peer.code(), reference)
                        .flatMap(one -> context.getBean(RequestDesk.class).find(one.request()))
                        .orElseThrow()
                        .state());
    }

    @Test
    void wordsBeforeTheirTurnWaitAndReplaysChangeNothing() {
        ScriptedPeer peer = new ScriptedPeer(context);
        byte[] first = peer.frame(line(1, "request", asked()));
        byte[] second = peer.frame(line(2, "remark", says(new Word.Remark("təcilidir"))));
        byte[] third = peer.frame(line(3, "withdrawal", says(new Word.Withdrawn("lazım deyil"))));
        assertThat(peer.send(third)).isEqualTo("held");
        assertThat(peer.send(second)).isEqualTo("held");
        assertThat(words(peer)).isEmpty();
        assertThat(peer.send(first)).isEmpty();
        assertThat(state(peer)).isEqualTo("withdrawn");
        for (byte[] again : List.of(second, first, third, first)) {
            assertThat(peer.send(again)).isEmpty();
        }
        assertThat(words(peer).stream().map(one -> one.kind() + " " + one.state()))
                .containsExactly("REQUEST taken", "REMARK noted", "WITHDRAWAL taken");
    }

    @Test
    void anotherPeerMovesNothingEvenInTheFirstOnesName() {
        ScriptedPeer peer = new ScriptedPeer(context);
        ScriptedPeer other = new ScriptedPeer(context);
        peer.send(peer.frame(line(1, "request", asked())));
        byte[] withdrawal = says(new Word.Withdrawn("lazım deyil"));
        assertThat(other.send(other.frameAs(peer, line(2, "withdrawal", withdrawal))))
                .isEqualTo("wrong-sender");
        assertThat(other.send(other.frame(line(1, "withdrawal", withdrawal))))
                .as("taken by the transport, refused in words")
                .isEmpty();
        assertThat(state(peer)).isEqualTo("received");
        assertThat(words(peer)).hasSize(1);
    }
}
