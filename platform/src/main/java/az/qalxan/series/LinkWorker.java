package az.qalxan.series;

import az.qalxan.database.ActingAs;
import az.qalxan.database.QueueWorker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links what is queued in the background. */
@Component
class LinkWorker extends QueueWorker {

    /** Entries of one step; more gain nothing and hold the lock longer. */
    static final int BATCH_MAX = 500;

    private final LinkStep step;
    private final PendingQueue queue;
    private final TransactionTemplate transaction;

    LinkWorker(
            LinkStep step,
            PendingQueue queue,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        super("series", BATCH_MAX, meters.counter("qalxan.series.dealt"));
        this.step = step;
        this.queue = queue;
        this.transaction = transaction;
    }

    @Override
    protected Done take(int most, Collection<Long> taken) {
        return step.take(most, taken);
    }

    @Override
    protected void setAside(long entry) {
        ActingAs.run(
                LinkStep.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> queue.failed(List.of(entry))));
    }
}
