package az.qalxan.statistics.measure;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Jurisdiction;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over, after the start, what the registers held before anybody counted. */
@Component
class Recounting {

    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);

    private final CaseFactStore store;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    Recounting(CaseFactStore store, TransactionTemplate transaction, Jurisdiction jurisdiction) {
        this.store = store;
        this.transaction = transaction;
        this.zone = jurisdiction.zone();
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        long added = recount();
        if (added > 0) {
            LOG.info("{} facts about cases were taken over from the registers", added);
        }
    }

    /** Adds what is missing; what stands stays. */
    long recount() {
        @org.jspecify.annotations.Nullable
        Long added =
                ActingAs.call(
                        TransactionIdentity.job("recount"),
                        () -> transaction.execute(status -> store.recount(zone)));
        return added == null ? 0 : added;
    }
}
