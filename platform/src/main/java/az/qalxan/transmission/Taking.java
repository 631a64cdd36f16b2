package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a peer's messages: each once, in its turn, in one transaction with what listeners make of
 * it. Whatever comes twice gets the receipt it got before.
 */
@Component
class Taking {

    /** Messages before their turn that are kept for one peer. */
    static final int HELD_MAX = 64;

    private static final TransactionIdentity JOB = TransactionIdentity.job("transmission");

    /** What is not known yet to be harmless is shown to few. */
    private static final Guard FIRST_GUARD = new Guard(Handling.AMBER_STRICT, null);

    private final Verification verification;
    private final OwnIdentity own;
    private final InstanceKeys keys;
    private final ConversationStore conversations;
    private final ArrivalStore arrivals;
    private final Directory directory;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Alarms alarms;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Taking(
            Verification verification,
            OwnIdentity own,
            InstanceKeys keys,
            ConversationStore conversations,
            ArrivalStore arrivals,
            Directory directory,
            AuditLog audit,
            ApplicationEventPublisher events,
            Alarms alarms,
            Clock clock,
            PlatformTransactionManager manager) {
        this.verification = verification;
        this.own = own;
        this.keys = keys;
        this.conversations = conversations;
        this.arrivals = arrivals;
        this.directory = directory;
        this.audit = audit;
        this.events = events;
        this.alarms = alarms;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** A signed answer. */
    record Answer(int status, String signed) {}

    /** Answers what the peer, known by its certificate, sends. */
    Answer take(Peer peer, InputStream in) throws IOException {
        String line = Frame.line(in);
        Optional<Seal.Claimed> claimed =
                Seal.read(line).filter(text -> text.type().equals(Seal.MESSAGE));
        if (claimed.isEmpty()) {
            return turnAway(peer, "", Refusal.MALFORMED);
        }
        byte[] payload = claimed.get().payload();
        String digest = Sha256.of(payload);
        Optional<Refusal> objection =
                ActingAs.call(JOB, () -> verification.objection(peer, claimed.get()));
        if (objection.isPresent()) {
            return turnAway(peer, digest, objection.get());
        }
        Optional<Manifest> manifest = Manifest.read(payload, Manifest.class);
        Optional<Refusal> wrong = manifest.map(one -> wrong(peer, one)).orElse(MALFORMED);
        if (wrong.isPresent()) {
            return turnAway(peer, digest, wrong.get());
        }
        return switch (Frame.parts(in, manifest.get().parts())) {
            case Frame.Read.Wrong(Refusal refusal) -> turnAway(peer, digest, refusal);
            case Frame.Read.Whole(Contents contents) ->
                    take(peer, new Message(manifest.get(), line, digest, contents));
        };
    }

    private static final Optional<Refusal> MALFORMED = Optional.of(Refusal.MALFORMED);

    private record Message(Manifest manifest, String signed, String digest, Contents contents) {}

    private Optional<Refusal> wrong(Peer peer, Manifest manifest) {
        if (manifest.v() != Manifest.VERSION
                || manifest.sequence() < 1
                || !Envelope.isKind(manifest.kind())) {
            return MALFORMED;
        }
        if (!manifest.from().equals(peer.instance())) {
            return alarm(peer, Refusal.WRONG_SENDER, "wrong-sender", manifest.from().toString());
        }
        if (!manifest.to().equals(keys.instance())) {
            return Optional.of(Refusal.WRONG_RECIPIENT);
        }
        if (!peer.speaksFor(manifest.speaker())) {
            return alarm(peer, Refusal.SPEAKS_FOR, "speaks-for", manifest.speaker());
        }
        return known(manifest.addressee()) ? Optional.empty() : Optional.of(Refusal.UNKNOWN_BODY);
    }

    private Optional<Refusal> alarm(Peer peer, Refusal refusal, String reason, String detail) {
        String shown = detail.length() > 60 ? detail.substring(0, 60) : detail;
        alarms.raise(new Alarms.Raised(peer.code(), "", reason, shown));
        return Optional.of(refusal);
    }

    private boolean known(String body) {
        try {
            return directory.organisation(new BodyCode(body)).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Answer take(Peer peer, Message message) {
        return ActingAs.call(
                JOB,
                () -> Objects.requireNonNull(transaction.execute(status -> settle(peer, message))));
    }

    private Answer settle(Peer peer, Message message) {
        Manifest manifest = message.manifest();
        Correspondence with =
                new Correspondence(
                        peer.code(),
                        new BodyCode(manifest.addressee()),
                        new BodyCode(manifest.speaker()),
                        manifest.conversation());
        conversations.begin(with, FIRST_GUARD);
        ConversationStore.Bodies bodies =
                conversations.lock(peer.code(), with.conversation()).orElseThrow();
        if (!bodies.ours().equals(manifest.addressee())
                || !bodies.theirs().equals(manifest.speaker())) {
            return refused(peer, message.digest(), Refusal.WRONG_CONVERSATION, 0);
        }
        int next = next(with);
        Optional<ArrivalStore.Arrival> here = arrivals.find(peer.code(), manifest.id());
        if (here.isPresent()) {
            return again(peer, message, here.get(), next);
        }
        if (manifest.sequence() < next) {
            alarms.raise(
                    new Alarms.Raised(
                            peer.code(), "", "ledgers-differ", with.conversation().toString()));
            return refused(peer, message.digest(), Refusal.SEQUENCE_TAKEN, next);
        }
        if (manifest.sequence() > next && arrivals.held(peer.code()) >= HELD_MAX) {
            return refused(peer, message.digest(), Refusal.TOO_EARLY, next);
        }
        if (!arrivals.hold(peer.code(), manifest, message.signed(), message.contents())) {
            return refused(peer, message.digest(), Refusal.SEQUENCE_TAKEN, next);
        }
        return manifest.sequence() > next
                ? held(peer, message.digest(), next)
                : takeInTurn(peer, with, manifest.sequence());
    }

    private int next(Correspondence with) {
        return conversations.end(with.peer(), with.conversation(), ConversationStore.IN).sequence()
                + 1;
    }

    /** The same message once more: the same answer, and nothing happens. */
    private Answer again(Peer peer, Message message, ArrivalStore.Arrival here, int next) {
        if (!here.digest().equals(message.digest())) {
            return refused(peer, message.digest(), Refusal.ID_REUSED, next);
        }
        byte[] receipt = here.receipt();
        return receipt == null
                ? held(peer, message.digest(), next)
                : new Answer(200, sign(peer, receipt, Seal.RECEIPT));
    }

    /** Takes the message whose turn it is, and those that waited for it. */
    private Answer takeInTurn(Peer peer, Correspondence with, int first) {
        byte[] answer = new byte[0];
        int sequence = first;
        Optional<ArrivalStore.Arrival> turn =
                arrivals.at(peer.code(), with.conversation(), sequence);
        while (turn.isPresent()) {
            byte[] receipt = takeOne(peer, with, turn.get());
            answer = sequence == first ? receipt : answer;
            turn = arrivals.at(peer.code(), with.conversation(), ++sequence);
        }
        return new Answer(200, sign(peer, answer, Seal.RECEIPT));
    }

    private byte[] takeOne(Peer peer, Correspondence with, ArrivalStore.Arrival arrival) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] receipt =
                Manifest.write(
                        new Manifest.Receipt(
                                Manifest.VERSION,
                                keys.instance(),
                                peer.instance(),
                                with.conversation(),
                                arrival.sequence(),
                                arrival.id(),
                                arrival.digest(),
                                now));
        arrivals.take(peer.code(), arrival.id(), now, receipt);
        conversations.append(
                peer.code(),
                with.conversation(),
                new ConversationStore.Entry(
                        ConversationStore.IN,
                        arrival.sequence(),
                        arrival.id(),
                        arrival.digest(),
                        Sha256.of(receipt)));
        audit.record(
                TransmissionAct.TAKEN,
                AuditSubject.of("message", arrival.id()),
                Map.of("peer", peer.code(), "kind", arrival.kind()));
        events.publishEvent(
                new MessageReceived(
                        with,
                        arrival.kind(),
                        arrival.id(),
                        arrivals.contents(peer.code(), arrival.id()),
                        now,
                        Seal.read(arrival.signed()).orElseThrow().keyId()));
        return receipt;
    }

    private Answer held(Peer peer, String digest, int next) {
        return new Answer(202, answer(peer, Seal.HELD, digest, "held", next));
    }

    private Answer refused(Peer peer, String digest, Refusal refusal, int next) {
        return new Answer(409, answer(peer, Seal.REFUSAL, digest, refusal.code(), next));
    }

    /** Refuses outside a transaction of the message; the refusal is recorded in its own. */
    private Answer turnAway(Peer peer, String digest, Refusal refusal) {
        return ActingAs.call(
                JOB,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> {
                                    audit.record(
                                            TransmissionAct.TURNED_AWAY,
                                            AuditSubject.of("peer", peer.code()),
                                            Map.of("reason", refusal.code(), "digest", digest));
                                    return refused(peer, digest, refusal, 0);
                                })));
    }

    private String answer(Peer peer, String type, String digest, String code, int next) {
        byte[] answer =
                Manifest.write(
                        new Manifest.Answer(
                                Manifest.VERSION,
                                keys.instance(),
                                peer.instance(),
                                digest,
                                code,
                                next));
        return sign(peer, answer, type);
    }

    private String sign(Peer peer, byte[] payload, String type) {
        return Seal.sign(payload, type, own.towards(peer, KeyUsage.SIGN));
    }
}
