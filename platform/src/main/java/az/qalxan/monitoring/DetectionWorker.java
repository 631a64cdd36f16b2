package az.qalxan.monitoring;

import az.qalxan.database.ActingAs;
import az.qalxan.database.QueueWorker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges batches of events that wait, in the background. */
@Component
class DetectionWorker extends QueueWorker {

    /** Batches of one step; more gain nothing and hold the lock longer. */
    static final int BATCHES_MAX = 50;

    private final DetectionStep step;
    private final BatchStore batches;
    private final TransactionTemplate transaction;

    DetectionWorker(
            DetectionStep step,
            BatchStore batches,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        super("monitoring", BATCHES_MAX, meters.counter("qalxan.monitoring.batches"));
        this.step = step;
        this.batches = batches;
        this.transaction = transaction;
    }

    @Override
    protected Done take(int most, Collection<Long> taken) {
        return step.take(most, taken);
    }

    @Override
    protected void setAside(long entry) {
        ActingAs.run(
                DetectionStep.SYSTEM,
                () -> transaction.executeWithoutResult(_ -> batches.failed(List.of(entry))));
    }
}
