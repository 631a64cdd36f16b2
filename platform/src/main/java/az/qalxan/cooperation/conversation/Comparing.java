package az.qalxan.cooperation.conversation;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestView;
import az.qalxan.transmission.PeerDesk;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the other end of a conversation what it holds, and keeps what it said. */
@Component
class Comparing {

    private final RequestDesk desk;
    private final Talk talk;
    private final PeerDesk peers;
    private final ComparisonStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Comparing(
            RequestDesk desk,
            Talk talk,
            PeerDesk peers,
            ComparisonStore store,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.desk = desk;
        this.talk = talk;
        this.peers = peers;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Compares now; the exchange over the network stands outside every transaction. */
    Comparison compare(String number, Caller caller) {
        RequestView request = desk.require(number);
        TalkThread thread = talk.thread(request);
        PeerDesk.Comparison found =
                peers.compare(thread.with().peer(), thread.with().conversation());
        Comparison made = comparison(found, caller);
        transaction.executeWithoutResult(status -> {
            store.add(request.head().id(), made);
            audit.record(
                    ConversationAct.COMPARED,
                    Talk.subject(number),
                    Map.of("outcome", made.outcome()));
        });
        return made;
    }

    private Comparison comparison(PeerDesk.Comparison found, Caller caller) {
        PeerDesk.Side theirs = found.theirs();
        String outcome = theirs == null ? "unanswered" : found.same() ? "same" : "differs";
        String detail = theirs == null ? found.trouble() : counts(found.ours(), theirs);
        return new Comparison(
                clock.instant(),
                outcome,
                found.ours().digest(),
                theirs == null ? "" : theirs.digest(),
                detail,
                caller.name());
    }

    private static String counts(PeerDesk.Side ours, PeerDesk.Side theirs) {
        return ours.sent() + "+" + ours.taken() + " / " + theirs.taken() + "+" + theirs.sent();
    }
}
