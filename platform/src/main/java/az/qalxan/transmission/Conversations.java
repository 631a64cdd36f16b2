package az.qalxan.transmission;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Conversations for the modules that hold them: with whom they can be, and what both ends hold. */
@Component
public class Conversations {

    private static final TransactionIdentity JOB = TransactionIdentity.job("transmission");

    private final PeerStore peers;
    private final Ledgers ledgers;
    private final PeerCalls calls;
    private final Verification verification;

    Conversations(
            PeerStore peers, Ledgers ledgers, PeerCalls calls, Verification verification) {
        this.peers = peers;
        this.ledgers = ledgers;
        this.calls = calls;
        this.verification = verification;
    }

    /** An admitted peer and the bodies for which it speaks. */
    public record Reachable(String peer, String name, List<String> bodies) {

        public Reachable {
            bodies = List.copyOf(bodies);
        }
    }

    /** The peers to which messages can go now. */
    @Transactional(readOnly = true)
    public List<Reachable> reachable() {
        return peers.all().stream()
                .filter(Peer::admitted)
                .map(peer -> new Reachable(peer.code(), peer.name(), peer.bodies()))
                .toList();
    }

    /**
     * What one end of a conversation holds receipts of.
     *
     * @param sent messages of this end that the other has taken
     * @param taken messages of the other end that were taken here
     */
    public record Held(String digest, int sent, int taken) {}

    /** What this end holds; empty when there is no such peer. */
    @Transactional(readOnly = true)
    public Optional<Held> held(String peer, UUID conversation) {
        return peers.find(peer).map(one -> held(ledgers.state(one, conversation)));
    }

    private static Held held(Ledgers.State state) {
        return new Held(state.digest(), state.sent(), state.taken());
    }

    /** What asking the other end gave. */
    public sealed interface Told {}

    /** The other end's digest, signed by it. */
    public record Digest(Held theirs) implements Told {}

    /** It did not answer, or not in a way that can be believed. */
    public record NoAnswer(String trouble) implements Told {}

    /** Asks the other end over the network; called outside a transaction. */
    public Told ask(String peer, UUID conversation) {
        return ActingAs.call(
                JOB,
                () ->
                        peers.find(peer)
                                .filter(Peer::admitted)
                                .map(one -> ask(one, conversation))
                                .orElseGet(() -> new NoAnswer("not-admitted")));
    }

    private Told ask(Peer peer, UUID conversation) {
        return switch (calls.askDigest(peer, conversation)) {
            case Wire.Reply.Unanswered(String trouble, String ignored) -> new NoAnswer(trouble);
            case Wire.Reply.Answered(String signed) ->
                    Seal.read(signed)
                            .filter(answer -> verification.objection(peer, answer).isEmpty())
                            .flatMap(answer -> Ledgers.told(answer, conversation))
                            .<Told>map(state -> new Digest(held(state)))
                            .orElseGet(() -> new NoAnswer("answer-unreadable"));
        };
    }
}
