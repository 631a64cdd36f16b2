package az.qalxan.transmission;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of partners, for the modules that seal and verify. */
@Component
public class PartnerKeys {

    private final PartnerKeyStore store;
    private final Clock clock;

    PartnerKeys(PartnerKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The key of that owner that may be used now; the one that lasts longest. */
    @Transactional(readOnly = true)
    public Optional<PartnerKey> usable(String owner, KeyUsage usage) {
        return store.of(owner).stream()
                .filter(key -> key.usage() == usage && key.usable(clock.instant()))
                .findFirst();
    }

    /** Of those owners, the ones who had a key for mail and have none that may be used now. */
    @Transactional(readOnly = true)
    public Set<String> withoutKeyAnyMore(Collection<String> owners) {
        Set<String> asked = Set.copyOf(owners);
        Set<String> ended = new HashSet<>();
        Set<String> usable = new HashSet<>();
        for (PartnerKey key : store.all()) {
            if (asked.contains(key.owner()) && key.inForce()) {
                (key.usable(clock.instant()) ? usable : ended).add(key.owner());
            }
        }
        ended.removeAll(usable);
        return ended;
    }

    /** Every key of that owner that people put in force, also those whose days are over. */
    @Transactional(readOnly = true)
    public List<PartnerKey> inForce(String owner, KeyUsage usage) {
        return store.of(owner).stream()
                .filter(key -> key.usage() == usage && key.inForce())
                .toList();
    }
}
