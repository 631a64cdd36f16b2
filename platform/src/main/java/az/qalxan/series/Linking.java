package az.qalxan.series;

import az.qalxan.database.ActingAs;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** For commands that load many reports: how much waits to be linked. */
@Component
public class Linking {

    private final PendingQueue queue;
    private final LinkWorker worker;
    private final TransactionTemplate transaction;

    Linking(PendingQueue queue, LinkWorker worker, TransactionTemplate transaction) {
        this.queue = queue;
        this.worker = worker;
        this.transaction = transaction;
    }

    /** Entries that wait to be linked; 0 when the series are up to date. */
    public long waiting() {
        worker.wake();
        return ActingAs.call(
                        LinkStep.SYSTEM,
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(status -> queue.backlog())))
                .waiting();
    }
}
