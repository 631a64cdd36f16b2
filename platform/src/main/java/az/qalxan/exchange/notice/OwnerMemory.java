package az.qalxan.exchange.notice;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds the claims of each register in memory and reads them anew when one changed. */
@Component
class OwnerMemory {

    private final ClaimStore store;
    private final Map<String, OwnerIndex> indexes = new HashMap<>();
    private long edition = -1;

    OwnerMemory(ClaimStore store) {
        this.store = store;
    }

    /** The owners that the body keeps, as the running transaction sees them. */
    synchronized OwnerIndex of(String body) {
        long now = store.edition();
        if (now != edition) {
            indexes.clear();
            edition = now;
        }
        return indexes.computeIfAbsent(body, code -> new OwnerIndex(store.holdings(code)));
    }
}
