package az.qalxan.exchange.taxii;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.StixMoment;
import az.qalxan.exchange.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of envelopes (TAXII 2.1, section 4.3), for their senders and for three days. */
@Component
class Statuses {

    /** The standard asks for a day at least. */
    static final Duration KEPT = Duration.ofDays(3);

    /**
     * Objects are named one by one up to this number: of more taken ones none, of more refused ones
     * the first. A status must not be many times what was sent.
     */
    private static final int NAMED_MAX = 5_000;

    private final StatusStore store;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Statuses(StatusStore store, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Transactional(readOnly = true)
    Optional<String> find(UUID id) {
        return store.find(id);
    }

    /** Keeps the status of an envelope that was taken in this transaction. */
    void keep(UUID id, ObjectNode status) {
        store.insert(id, clock.instant(), TaxiiAnswers.JSON.writeValueAsString(status));
    }

    ObjectNode of(UUID id, List<Verdict> verdicts) {
        String now = StixMoment.text(clock.instant());
        List<Verdict> taken = verdicts.stream().filter(Verdict::taken).toList();
        List<Verdict> refused = verdicts.stream().filter(one -> !one.taken()).toList();
        ObjectNode node = TaxiiAnswers.JSON.createObjectNode();
        node.put("id", id.toString());
        node.put("status", "complete");
        node.put("request_timestamp", now);
        node.put("total_count", verdicts.size());
        node.put("success_count", taken.size());
        if (!taken.isEmpty() && taken.size() <= NAMED_MAX) {
            list(node.putArray("successes"), taken, now);
        }
        node.put("failure_count", refused.size());
        if (!refused.isEmpty()) {
            list(node.putArray("failures"), refused.stream().limit(NAMED_MAX).toList(), now);
        }
        node.put("pending_count", 0);
        return node;
    }

    /** The version is required, also of what has none. */
    private static void list(ArrayNode list, List<Verdict> verdicts, String now) {
        for (Verdict one : verdicts) {
            ObjectNode detail = list.addObject();
            detail.put("id", one.id());
            detail.put("version", one.version().isEmpty() ? now : one.version());
            if (!one.taken()) {
                detail.put("message", one.fault());
            }
        }
    }

    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        Instant before = clock.instant().minus(KEPT);
        ActingAs.run(
                TransactionIdentity.job("exchange"),
                () -> transaction.executeWithoutResult(_ -> store.forget(before)));
    }
}
