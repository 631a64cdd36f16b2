package az.qalxan.cooperation.conversation;

import az.qalxan.audit.AuditLog;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestView;
import az.qalxan.transmission.HandDeliveries;
import az.qalxan.transmission.HandDelivery;
import az.qalxan.transmission.HandReading;
import az.qalxan.transmission.PeerDesk;
import az.qalxan.web.ProblemFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes what is shown of the conversation about a request. */
@Component
class ConversationPages {

    private final RequestDesk desk;
    private final ThreadStore threads;
    private final WordStore words;
    private final ComparisonStore comparisons;
    private final PaperStore papers;
    private final PeerDesk peers;
    private final HandDeliveries deliveries;
    private final HandReading reading;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ConversationPages(
            RequestDesk desk,
            ThreadStore threads,
            WordStore words,
            ComparisonStore comparisons,
            PaperStore papers,
            PeerDesk peers,
            HandDeliveries deliveries,
            HandReading reading,
            AuditLog audit,
            PlatformTransactionManager manager) {
        this.desk = desk;
        this.threads = threads;
        this.words = words;
        this.comparisons = comparisons;
        this.papers = papers;
        this.peers = peers;
        this.deliveries = deliveries;
        this.reading = reading;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
    }

    /** The conversation; that it was shown is recorded. */
    ConversationPage of(String number) {
        ConversationPage page =
                Objects.requireNonNull(transaction.execute(status -> composed(number)));
        TalkThread thread = page.thread();
        return thread == null ? page : page.with(ours(thread));
    }

    private ConversationPage composed(String number) {
        RequestView request = desk.require(number);
        UUID id = request.head().id();
        @Nullable TalkThread thread = threads.of(id).orElse(null);
        audit.record(
                ConversationAct.VIEWED,
                Talk.subject(number),
                Map.of("peer", thread == null ? "" : thread.with().peer()));
        return new ConversationPage(
                request,
                thread,
                words.of(id),
                null,
                comparisons.latest(id).orElse(null),
                thread == null && request.is("drafted") ? reachable() : List.of(),
                papers.of(id),
                PaperForms.kinds(request),
                hand(request));
    }

    private ConversationPage.Hand hand(RequestView request) {
        return new ConversationPage.Hand(
                deliveries.of(ByHand.SUBJECT, request.head().number().value()),
                ByHand.effects(request),
                HandDelivery.WAYS.stream().sorted().toList(),
                reading.latest());
    }

    /** In a transaction of its own; null for those who may not see the peer. */
    private PeerDesk.@Nullable Side ours(TalkThread thread) {
        try {
            return peers.digest(thread.with().peer(), thread.with().conversation());
        } catch (ProblemFound e) {
            return null;
        }
    }

    private List<ConversationPage.Reachable> reachable() {
        return peers.peers().stream()
                .filter(peer -> peer.state().equals("admitted"))
                .flatMap(peer ->
                        peer.bodies().stream()
                                .map(body ->
                                        new ConversationPage.Reachable(
                                                peer.code(), peer.name(), body)))
                .toList();
    }
}
