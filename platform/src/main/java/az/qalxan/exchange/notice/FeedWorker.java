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
    private final NoticeBundling bundling;
    private boolean toTell;

    FeedWorker(FeedStep step, NoticeBundling bundling, MeterRegistry meters) {
        super("notice", BATCHES_MAX, meters.counter("qalxan.notice.batches"));
        this.step = step;
        this.bundling = bundling;
    }

    /** When everything was read, owners are told. */
    @Override
    protected Done take(int most, Collection<Long> taken) {
        Done done = step.take(most, taken);
        if (done == Done.SOME) {
            toTell = true;
        } else if (toTell) {
            toTell = false;
            bundling.all();
        }
        return done;
    }

    @Override
    protected void setAside(long entry) {
        step.setAside(entry);
    }
}
