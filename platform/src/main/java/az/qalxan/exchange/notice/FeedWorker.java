package az.qalxan.exchange.notice;

import az.qalxan.database.QueueWorker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Reads what feeds handed over, in the background; what it wrote is bundled soon after. */
@Component
class FeedWorker extends QueueWorker {

    /** Batches of one step: each may have 16 MB. */
    static final int BATCHES_MAX = 4;

    private final FeedStep step;

    FeedWorker(FeedStep step, MeterRegistry meters) {
        super("notice", BATCHES_MAX, meters.counter("qalxan.notice.batches"));
        this.step = step;
    }

    @Override
    protected Done take(int most, Collection<Long> taken) {
        return step.take(most, taken);
    }

    @Override
    protected void setAside(long entry) {
        step.setAside(entry);
    }
}
