package az.qalxan.law;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At start, records the packs' law where nothing is recorded yet. Afterwards what a pack says
 * otherwise than the one before is put before people, and what people changed stays.
 */
@Component
class LawLoading {

    private static final String JOB = "law";

    private final PackLaw packs;
    private final PackRowStore rows;
    private final Recorder recorder;
    private final PackChanges changes;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LawLoading(
            PackLaw packs,
            PackRowStore rows,
            Recorder recorder,
            PackChanges changes,
            AuditLog audit,
            PlatformTransactionManager manager,
            Clock clock) {
        this.packs = packs;
        this.rows = rows;
        this.recorder = recorder;
        this.changes = changes;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Loads what is new; a second run changes nothing. */
    @PostConstruct
    void load() {
        load(packs.facts());
    }

    void load(List<Record> facts) {
        ActingAs.run(
                TransactionIdentity.job(JOB),
                () -> transaction.executeWithoutResult(status -> takeOver(facts)));
    }

    private void takeOver(List<Record> facts) {
        recorder.lock();
        Map<PackRowStore.Place, String> before = rows.digests();
        if (before.isEmpty()) {
            recorder.first(facts);
            rows.keep(PackChanges.digests(facts), clock.instant());
            audit.record(
                    LawAct.LOADED,
                    AuditSubject.of("law", "packs"),
                    Map.of("rows", String.valueOf(facts.size())));
            return;
        }
        int proposed = changes.propose(facts, before);
        if (proposed > 0) {
            audit.record(
                    LawAct.PACK_PROPOSED,
                    AuditSubject.of("law", "packs"),
                    Map.of("proposals", String.valueOf(proposed)));
        }
    }
}
