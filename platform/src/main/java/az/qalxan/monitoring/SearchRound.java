package az.qalxan.monitoring;

import az.qalxan.database.ActingAs;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings events into the search index after they were taken, and out of it when their time is over.
 * Whatever is done twice comes to the same: an entry bears its event's id.
 */
class SearchRound {

    private static final Logger LOG = LoggerFactory.getLogger(SearchRound.class);
    private static final int BATCHES = 50;

    private final Optional<SearchIndex> index;
    private final EventIndexStore store;
    private final EventSourceStore sources;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SearchRound(
            Optional<SearchIndex> index,
            EventIndexStore store,
            EventSourceStore sources,
            Clock clock,
            TransactionTemplate transaction) {
        this.index = index;
        this.store = store;
        this.sources = sources;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void follow() {
        index.ifPresent(there -> attempt("indexed", () -> bringIn(there)));
    }

    @Scheduled(initialDelay = 60, fixedDelay = 3_600, timeUnit = TimeUnit.SECONDS)
    void forget() {
        index.ifPresent(there -> attempt("removed from the index", () -> takeOut(there)));
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(String what, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.warn("events could not be {}; tried again with the next round", what, e);
        }
    }

    /** Brings in what waits; a batch that is refused waits on and holds up no other. */
    void bringIn(SearchIndex there) throws IOException {
        List<Long> waiting = waiting(0);
        while (!waiting.isEmpty()) {
            for (long batch : waiting) {
                bringIn(there, batch);
            }
            waiting = waiting(waiting.getLast());
        }
    }

    private List<Long> waiting(long after) {
        return asSystem(() -> store.waiting(after, BATCHES));
    }

    private void bringIn(SearchIndex there, long batch) throws IOException {
        try {
            there.put(asSystem(() -> store.entries(batch)));
        } catch (SearchIndex.Refused e) {
            LOG.warn("batch {} stays out of the search index", batch, e);
            return;
        }
        asSystem(() -> {
            store.indexed(batch, clock.instant());
            return batch;
        });
    }

    /** Takes out what every source has kept for its time. */
    void takeOut(SearchIndex there) throws IOException {
        for (EventSourceStore.Retention one : asSystem(sources::retentions)) {
            there.forget(one.source(), clock.instant().minus(Duration.ofDays(one.days())));
        }
        there.dropEmptyDays(clock.instant());
    }

    private <T> T asSystem(Supplier<T> work) {
        return ActingAs.call(
                DetectionStep.SYSTEM,
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
