package az.qalxan.directory;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of organisations into the directory that no country pack names. */
@Component
public class NewOrganisations {

    private final DirectoryStore store;
    private final AuditLog audit;
    private final Clock clock;

    NewOrganisations(DirectoryStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds an organisation behind all others; false when it is known already. */
    @Transactional
    public boolean introduce(Organisation one) {
        boolean fresh = store.insert(one, DirectoryStore.ORGANISATIONS_MAX, clock.instant());
        if (fresh) {
            audit.record(DirectoryAct.INTRODUCED, AuditSubject.of("organisation", one.code()));
        }
        return fresh;
    }
}
