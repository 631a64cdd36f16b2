package az.qalxan.transmission;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages to other instances. */
@Component
public class Dispatch {

    private final PeerStore peers;
    private final ConversationStore conversations;
    private final OutboxStore outbox;
    private final AuditLog audit;

    Dispatch(PeerStore peers, ConversationStore conversations, OutboxStore outbox, AuditLog audit) {
        this.peers = peers;
        this.conversations = conversations;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Puts a message on its way in the caller's transaction: it goes when that commits, as often as
     * it takes, and the peer takes it once. Messages of one conversation arrive in this order.
     *
     * @throws IllegalArgumentException when that is no admitted peer, it does not speak for that
     *     body, or the conversation is between other bodies
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DispatchId send(Envelope envelope) {
        Correspondence with = envelope.with();
        if (!reaches(with)) {
            throw new IllegalArgumentException(
                    with.peer() + " is no admitted peer that speaks for " + with.theirs());
        }
        conversations.begin(with, envelope.guard());
        ConversationStore.Bodies bodies =
                conversations.lock(with.peer(), with.conversation()).orElseThrow();
        if (!bodies.ours().equals(with.ours().value())
                || !bodies.theirs().equals(with.theirs().value())) {
            throw new IllegalArgumentException(
                    with.conversation() + " is a conversation between other bodies");
        }
        conversations.stand(with, envelope.guard());
        if (outbox.add(envelope)) {
            audit.record(
                    TransmissionAct.QUEUED,
                    AuditSubject.of("message", envelope.id()),
                    Map.of("peer", with.peer(), "kind", envelope.kind()));
        }
        return new DispatchId(envelope.id());
    }

    /** Whether messages to that body can go to that peer now. */
    @Transactional(readOnly = true)
    public boolean reaches(Correspondence with) {
        return peers.find(with.peer())
                .filter(peer -> peer.admitted() && peer.speaksFor(with.theirs().value()))
                .isPresent();
    }

    /** From now on whoever may see the conversation is judged by that guard. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stand(Correspondence with, Guard guard) {
        conversations.stand(with, guard);
    }
}
