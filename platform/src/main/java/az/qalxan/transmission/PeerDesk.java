package az.qalxan.transmission;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What programs and the command line do with peers. */
@Component
public class PeerDesk {

    private final InstanceKeys keys;
    private final OwnIdentity own;
    private final PeersSettings settings;
    private final PeerStore store;
    private final Peers peers;
    private final KeyRolling rolling;
    private final Ledgers ledgers;
    private final Verification verification;
    private final PeerCalls calls;
    private final MessageLists lists;
    private final TransactionTemplate transaction;

    PeerDesk(
            InstanceKeys keys,
            OwnIdentity own,
            PeersSettings settings,
            PeerStore store,
            Peers peers,
            KeyRolling rolling,
            Ledgers ledgers,
            Verification verification,
            PeerCalls calls,
            MessageLists lists,
            PlatformTransactionManager manager) {
        this.keys = keys;
        this.own = own;
        this.settings = settings;
        this.store = store;
        this.peers = peers;
        this.rolling = rolling;
        this.ledgers = ledgers;
        this.verification = verification;
        this.calls = calls;
        this.lists = lists;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * What one instance tells another before both admit each other; nothing in it is secret.
     *
     * @param tls certificate of the peers' port, PEM
     * @param sign certificate of the key that signs messages, PEM
     */
    public record Introduction(
            String instance,
            String name,
            String address,
            List<String> bodies,
            String tls,
            String sign,
            Fingerprints fingerprints) {}

    /** What two people compare by telephone. */
    public record Fingerprints(String tls, String sign, Instant tlsUntil, Instant signUntil) {}

    /** This instance's introduction, with the keys that every peer knows. */
    @Transactional(readOnly = true)
    public Introduction introduction() {
        OwnKey tls = own.towardsAll(KeyUsage.TLS);
        OwnKey sign = own.towardsAll(KeyUsage.SIGN);
        return new Introduction(
                keys.instance().toString(),
                settings.name(),
                settings.address(),
                List.of(settings.body().value()),
                Certificates.pem(tls.certificate()),
                Certificates.pem(sign.certificate()),
                new Fingerprints(tls.fingerprint(), sign.fingerprint(), tls.until(), sign.until()));
    }

    /** A peer for a list. */
    public record Listed(
            String code, String name, String address, String state, List<String> bodies) {}

    @Transactional(readOnly = true)
    public List<Listed> peers() {
        return store.all().stream()
                .map(peer ->
                        new Listed(
                                peer.code(),
                                peer.name(),
                                peer.address(),
                                peer.state(),
                                peer.bodies()))
                .toList();
    }

    /**
     * A peer to enter.
     *
     * @param bodies the codes it may speak for; null takes those of its introduction
     */
    public record Entry(String code, @Nullable List<String> bodies, Introduction introduction) {}

    /** Enters a peer by its introduction; somebody else has to admit it. */
    @Transactional
    public List<Violation> enter(String enterer, Entry entry) {
        Introduction other = entry.introduction();
        List<String> bodies = entry.bodies() == null ? other.bodies() : entry.bodies();
        return peers.enter(
                enterer,
                new PeerForm(
                        entry.code(),
                        other.name(),
                        other.instance(),
                        other.address(),
                        String.join(" ", bodies),
                        other.tls(),
                        other.sign()));
    }

    @Transactional
    List<Violation> enter(String enterer, PeerForm form) {
        return peers.enter(enterer, form);
    }

    /** Makes the next key of that usage ({@code tls} or {@code sign}) and announces it. */
    @Transactional
    public Optional<String> roll(String usage) {
        return usage.equals("tls") || usage.equals("sign")
                ? Optional.of(rolling.roll(KeyUsage.of(usage)).fingerprint())
                : Optional.empty();
    }

    /**
     * Both ends of a conversation.
     *
     * @param theirs null when the peer did not answer
     * @param trouble why it did not; message key {@code transmission.trouble.<trouble>}
     */
    public record Comparison(Side ours, @Nullable Side theirs, String trouble) {

        /** Whether both hold the same. */
        public boolean same() {
            return theirs != null && theirs.digest().equals(ours.digest());
        }
    }

    /** What one end holds: its digest, and how many messages each side has taken. */
    public record Side(String digest, int sent, int taken) {}

    /** Our end alone. */
    @Transactional(readOnly = true)
    public Side digest(String code, UUID conversation) {
        if (lists.head(code, conversation).isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return side(ledgers.state(peers.find(code), conversation));
    }

    private static Side side(Ledgers.State state) {
        return new Side(state.digest(), state.sent(), state.taken());
    }

    /** Both ends of a conversation that the caller may see. */
    public Comparison compare(String code, UUID conversation) {
        boolean visible = inTransaction(() -> lists.head(code, conversation).isPresent());
        if (!visible) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return ask(code, conversation);
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Asks the peer what it holds; its answer counts when its key signed it. */
    private Comparison ask(String code, UUID conversation) {
        Peer peer = found(code);
        Side ours = inTransaction(() -> side(ledgers.state(peer, conversation)));
        if (!peer.admitted()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return switch (calls.askDigest(peer, conversation)) {
            case Wire.Reply.Unanswered(String trouble, String ignored) ->
                    new Comparison(ours, null, trouble);
            case Wire.Reply.Answered(String signed) ->
                    Seal.read(signed)
                            .filter(text -> verification.objection(peer, text).isEmpty())
                            .flatMap(text -> Ledgers.told(text, conversation))
                            .map(state -> new Comparison(ours, side(state), ""))
                            .orElseGet(() -> new Comparison(ours, null, "answer-unreadable"));
        };
    }

    private Peer found(String code) {
        return verification.peer(code).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
