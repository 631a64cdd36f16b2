package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What receivers say of what went out to them. One for what never went out counts for nothing. */
@Component
public class Receipts {

    /** Receipts that are taken at once. */
    public static final int AT_ONCE_MAX = 1_000;

    private static final int SHOWN_MAX = 200;

    private final ReceiptStore store;
    private final AuditLog audit;
    private final Clock clock;

    Receipts(ReceiptStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps receipts of the caller; how many there were something for. */
    @Transactional
    public int keep(Caller caller, UUID collection, List<Receipt> receipts) {
        int kept = store.keep(collection, caller.name(), receipts, clock.instant());
        audit.record(
                ExchangeAct.RECEIPTS_TAKEN,
                AuditSubject.of("collection", collection),
                Map.of("sent", String.valueOf(receipts.size()), "kept", String.valueOf(kept)));
        return kept;
    }

    @Transactional(readOnly = true)
    List<ReceiptStore.Kept> newest() {
        return store.newest(SHOWN_MAX);
    }

    @Transactional(readOnly = true)
    List<ReceiptStore.Behind> behind() {
        return store.behind(SHOWN_MAX);
    }
}
