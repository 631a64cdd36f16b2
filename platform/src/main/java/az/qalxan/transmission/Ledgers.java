package az.qalxan.transmission;

import az.qalxan.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One digest over everything that both ends of a conversation hold receipts of. */
@Component
class Ledgers {

    static final String TYPE = "qalxan-ledger";

    private final ConversationStore conversations;
    private final InstanceKeys keys;
    private final OwnIdentity own;

    Ledgers(ConversationStore conversations, InstanceKeys keys, OwnIdentity own) {
        this.conversations = conversations;
        this.keys = keys;
        this.own = own;
    }

    /**
     * What one end holds.
     *
     * @param sent how many messages of this end the other has taken
     * @param taken how many messages of the other end were taken here
     */
    record State(UUID conversation, String digest, int sent, int taken) {}

    @Transactional(readOnly = true)
    State state(Peer peer, UUID conversation) {
        ConversationStore.End out =
                conversations.end(peer.code(), conversation, ConversationStore.OUT);
        ConversationStore.End in =
                conversations.end(peer.code(), conversation, ConversationStore.IN);
        String digest =
                digest(conversation, chain(keys.instance(), out), chain(peer.instance(), in));
        return new State(conversation, digest, out.sequence(), in.sequence());
    }

    private static String chain(UUID speaker, ConversationStore.End end) {
        return speaker + " " + end.sequence() + " " + end.head();
    }

    /** Independent of which end computes it: chains stand in the order of their speakers. */
    private static String digest(UUID conversation, String... chains) {
        String text =
                Stream.concat(
                                Stream.of("qalxan-conversation-1", conversation.toString()),
                                Stream.of(chains).sorted())
                        .collect(Collectors.joining("\n"));
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Our state, signed for that peer. */
    @Transactional(readOnly = true)
    String signed(Peer peer, UUID conversation) {
        return Seal.sign(
                Manifest.write(state(peer, conversation)), TYPE, own.towards(peer, KeyUsage.SIGN));
    }

    /** The state that a peer's signed answer tells; the signature is for others to verify. */
    static Optional<State> told(Seal.Claimed answer, UUID conversation) {
        return answer.type().equals(TYPE)
                ? Manifest.read(answer.payload(), State.class)
                        .filter(state -> state.conversation().equals(conversation))
                : Optional.empty();
    }
}
