package az.qalxan.series;

import az.qalxan.database.ActingAs;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a failed step the entries are tried one by one, so that one that cannot be dealt with is
 * found and left aside, and does not hold up the others.
 */
@Component
class FailedSteps {

    private final PendingQueue queue;
    private final TransactionTemplate transaction;
    private int aloneFor;

    FailedSteps(PendingQueue queue, TransactionTemplate transaction) {
        this.queue = queue;
        this.transaction = transaction;
    }

    boolean alone() {
        return aloneFor > 0;
    }

    void passed() {
        aloneFor = Math.max(0, aloneFor - 1);
    }

    void failed(List<Long> taken) {
        if (taken.size() == 1) {
            note(taken);
        }
        aloneFor = Math.max(aloneFor, taken.size());
    }

    private void note(List<Long> ids) {
        try {
            ActingAs.run(
                    LinkStep.SYSTEM,
                    () -> transaction.executeWithoutResult(status -> queue.failed(ids)));
        } catch (DataAccessException | TransactionException e) {
            aloneFor = Math.max(aloneFor, ids.size());
        }
    }
}
