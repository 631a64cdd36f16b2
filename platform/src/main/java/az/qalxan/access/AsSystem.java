package az.qalxan.access;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work before anybody is known, in a transaction of the system's own. */
@Component
final class AsSystem {

    private final TransactionTemplate transactions;

    AsSystem(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs the work as the job of that name and returns its result. */
    <T> T call(String job, Supplier<T> work) {
        TransactionIdentity identity = TransactionIdentity.job(job);
        return ActingAs.call(identity, () -> transactions.execute(status -> work.get()));
    }

    void run(String job, Runnable work) {
        TransactionIdentity identity = TransactionIdentity.job(job);
        ActingAs.run(identity, () -> transactions.executeWithoutResult(status -> work.run()));
    }
}
