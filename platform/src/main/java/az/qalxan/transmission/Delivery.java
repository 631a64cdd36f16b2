package az.qalxan.transmission;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.Sha256;
import az.qalxan.database.TransactionIdentity;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one message in two transactions with the exchange between them: before it what is signed
 * is fixed and the next attempt set, after it the receipt is kept. Killed anywhere, the same
 * message goes again and the peer answers with the same receipt.
 */
@Component
class Delivery {

    private static final TransactionIdentity JOB = TransactionIdentity.job("transmission");

    /** After so many attempts at one message, about an hour, people are told. */
    private static final int SILENT_ATTEMPTS = 10;

    private final OutboxStore outbox;
    private final ConversationStore conversations;
    private final PeerStore peers;
    private final OwnIdentity own;
    private final InstanceKeys keys;
    private final Verification verification;
    private final Alarms alarms;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Delivery(
            OutboxStore outbox,
            ConversationStore conversations,
            PeerStore peers,
            OwnIdentity own,
            InstanceKeys keys,
            Verification verification,
            Alarms alarms,
            AuditLog audit,
            ApplicationEventPublisher events,
            SecureRandom random,
            Clock clock,
            PlatformTransactionManager manager) {
        this.outbox = outbox;
        this.conversations = conversations;
        this.peers = peers;
        this.own = own;
        this.keys = keys;
        this.verification = verification;
        this.alarms = alarms;
        this.audit = audit;
        this.events = events;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** How an attempt ended; without a message due there was none. */
    enum Step {
        NOTHING_DUE,
        DELIVERED,
        REFUSED,
        LATER,
        /** The peer itself does not answer, so that its other messages wait too. */
        PEER_SILENT
    }

    private record Attempt(Peer peer, OutboxStore.Due due, byte[] manifest, byte[] frame) {}

    /** Sends the next due message of that peer. */
    Step step(String peer, Wire wire) {
        return ActingAs.call(
                JOB,
                () -> {
                    Optional<Attempt> attempt = prepare(peer);
                    return attempt.isEmpty()
                            ? Step.NOTHING_DUE
                            : settle(
                                    attempt.get(),
                                    wire.send(attempt.get().peer(), attempt.get().frame()));
                });
    }

    private Optional<Attempt> prepare(String code) {
        return Objects.requireNonNull(
                transaction.execute(status ->
                        peers.find(code)
                                .filter(Peer::admitted)
                                .flatMap(peer -> outbox.due(code).map(due -> begin(peer, due)))));
    }

    private Attempt begin(Peer peer, OutboxStore.Due due) {
        Contents contents = outbox.contents(due.id());
        byte[] fixed = due.manifest();
        byte[] manifest = fixed == null ? fix(peer, due, contents) : fixed;
        outbox.begin(due.id(), Backoff.pause(due.attempts(), random));
        String signed = Seal.sign(manifest, Seal.MESSAGE, own.towards(peer, KeyUsage.SIGN));
        return new Attempt(peer, due, manifest, Frame.write(signed, contents));
    }

    private byte[] fix(Peer peer, OutboxStore.Due due, Contents contents) {
        Correspondence with = due.with();
        int sequence =
                conversations
                                .end(with.peer(), with.conversation(), ConversationStore.OUT)
                                .sequence()
                        + 1;
        Manifest manifest =
                new Manifest(
                        Manifest.VERSION,
                        keys.instance(),
                        peer.instance(),
                        with.ours().value(),
                        with.theirs().value(),
                        with.conversation(),
                        sequence,
                        due.id(),
                        due.kind(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Frame.parts(contents));
        byte[] bytes = Manifest.write(manifest);
        outbox.fix(due.id(), sequence, bytes);
        return bytes;
    }

    private Step settle(Attempt attempt, Wire.Reply reply) {
        return switch (reply) {
            case Wire.Reply.Unanswered(String trouble, String fingerprint) -> {
                if (trouble.equals("wrong-identity")) {
                    alarm(attempt.peer(), fingerprint, trouble);
                }
                yield later(attempt, trouble, Step.PEER_SILENT);
            }
            case Wire.Reply.Answered(String signed) -> judge(attempt, signed);
        };
    }

    private Step judge(Attempt attempt, String signed) {
        Optional<Seal.Claimed> answer = Seal.read(signed);
        if (answer.isEmpty()) {
            return later(attempt, "answer-unreadable", Step.PEER_SILENT);
        }
        Optional<Refusal> objection = verification.objection(attempt.peer(), answer.get());
        if (objection.isPresent()) {
            return later(attempt, "answer-" + objection.get().code(), Step.PEER_SILENT);
        }
        return answer.get().type().equals(Seal.RECEIPT)
                ? receipt(attempt, answer.get().payload())
                : answered(attempt, answer.get().payload());
    }

    private Step receipt(Attempt attempt, byte[] payload) {
        Optional<Manifest.Receipt> receipt =
                Manifest.read(payload, Manifest.Receipt.class).filter(one -> isFor(attempt, one));
        if (receipt.isEmpty()) {
            alarm(attempt.peer(), "", "wrong-receipt");
            return later(attempt, "wrong-receipt", Step.LATER);
        }
        transaction.executeWithoutResult(status -> keep(attempt, receipt.get(), payload));
        return Step.DELIVERED;
    }

    private boolean isFor(Attempt attempt, Manifest.Receipt receipt) {
        Optional<Manifest> sent = Manifest.read(attempt.manifest(), Manifest.class);
        return sent.isPresent()
                && receipt.from().equals(attempt.peer().instance())
                && receipt.to().equals(keys.instance())
                && receipt.id().equals(attempt.due().id())
                && receipt.conversation().equals(sent.get().conversation())
                && receipt.sequence() == sent.get().sequence()
                && receipt.digest().equals(Sha256.of(attempt.manifest()));
    }

    private void keep(Attempt attempt, Manifest.Receipt receipt, byte[] payload) {
        Correspondence with = attempt.due().with();
        conversations.lock(with.peer(), with.conversation());
        if (!outbox.receipted(receipt.id(), payload)) {
            return;
        }
        conversations.append(
                with.peer(),
                with.conversation(),
                new ConversationStore.Entry(
                        ConversationStore.OUT,
                        receipt.sequence(),
                        receipt.id(),
                        receipt.digest(),
                        Sha256.of(payload)));
        audit.record(
                TransmissionAct.RECEIPTED,
                AuditSubject.of("message", receipt.id()),
                Map.of("peer", with.peer(), "digest", receipt.digest()));
        events.publishEvent(
                new MessageReceipted(with, receipt.id(), receipt.takenAt(), receipt.digest()));
    }

    private Step answered(Attempt attempt, byte[] payload) {
        Optional<Manifest.Answer> answer =
                Manifest.read(payload, Manifest.Answer.class)
                        .filter(one ->
                                one.from().equals(attempt.peer().instance())
                                        && one.to().equals(keys.instance())
                                        && one.digest().equals(Sha256.of(attempt.manifest())));
        if (answer.isEmpty()) {
            return later(attempt, "answer-unreadable", Step.LATER);
        }
        String code = answer.get().code();
        Optional<Refusal> refusal = Refusal.of(code);
        if (refusal.isPresent() && refusal.get().isLast()) {
            transaction.executeWithoutResult(status -> refuse(attempt, code));
            return Step.REFUSED;
        }
        if (code.equals("held") || refusal.equals(Optional.of(Refusal.SEQUENCE_TAKEN))) {
            alarm(attempt.peer(), "", "ledgers-differ");
        }
        return later(attempt, refusal.isPresent() ? code : "held", Step.LATER);
    }

    private void refuse(Attempt attempt, String code) {
        if (outbox.refused(attempt.due().id(), code)) {
            audit.record(
                    TransmissionAct.REFUSED,
                    AuditSubject.of("message", attempt.due().id()),
                    Map.of("peer", attempt.peer().code(), "reason", code));
            events.publishEvent(new MessageFailed(attempt.due().with(), attempt.due().id(), code));
        }
    }

    private Step later(Attempt attempt, String trouble, Step step) {
        transaction.executeWithoutResult(status -> outbox.trouble(attempt.due().id(), trouble));
        if (step == Step.PEER_SILENT && attempt.due().attempts() >= SILENT_ATTEMPTS) {
            alarm(attempt.peer(), "", "silent");
        }
        return step;
    }

    private void alarm(Peer peer, String fingerprint, String reason) {
        alarms.raise(new Alarms.Raised(peer.code(), fingerprint, reason, ""));
    }
}
