package az.qalxan.monitoring;

import az.qalxan.database.ActingAs;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a failed step the batches are tried one by one, so that one that cannot be dealt with is
 * found and left aside, and does not hold up the others.
 */
@Component
class FailedBatches {

    private final BatchStore batches;
    private final TransactionTemplate transaction;
    private int aloneFor;

    FailedBatches(BatchStore batches, TransactionTemplate transaction) {
        this.batches = batches;
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
                    DetectionStep.SYSTEM,
                    () -> transaction.executeWithoutResult(status -> batches.failed(ids)));
        } catch (DataAccessException | TransactionException e) {
            aloneFor = Math.max(aloneFor, ids.size());
        }
    }
}
