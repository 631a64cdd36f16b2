package az.qalxan.reporting.bulk;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.RequestKeys;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old idempotency keys every few hours. */
@Component
class KeyExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(KeyExpiry.class);

    private final RequestKeys keys;

    KeyExpiry(RequestKeys keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    void forget() {
        int forgotten = ActingAs.call(TransactionIdentity.job("key-expiry"), keys::forgetOld);
        if (forgotten > 0) {
            LOG.info("{} idempotency keys expired", forgotten);
        }
    }
}
