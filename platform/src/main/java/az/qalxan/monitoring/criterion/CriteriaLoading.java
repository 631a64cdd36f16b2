package az.qalxan.monitoring.criterion;

import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At the first start the pack's criteria hold, unsigned. What a later pack says otherwise waits for
 * signatures like anybody's proposal.
 */
@Component
class CriteriaLoading {

    private static final Logger LOG = LoggerFactory.getLogger(CriteriaLoading.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("criteria");

    private final CriteriaPack pack;
    private final CriteriaStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CriteriaLoading(
            CriteriaPack pack,
            CriteriaStore store,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.pack = pack;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @PostConstruct
    void load() {
        pack.proposed()
                .ifPresent(proposed ->
                        ActingAs.run(
                                JOB,
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> takeOver(proposed))));
    }

    void takeOver(CriteriaPack.Proposed proposed) {
        store.lock();
        String content = CriteriaJson.write(proposed.criteria());
        String digest = CriteriaSignOff.digest(content);
        Optional<String> last = store.lastOfPack();
        if (last.isPresent() && last.get().equals(digest)) {
            return;
        }
        if (last.isPresent() && store.proposed().isPresent()) {
            LOG.warn("the pack's new criteria wait until the proposal before them is decided");
            return;
        }
        int number =
                store.add(
                        new CriteriaStore.Draft(
                                true,
                                last.isPresent()
                                        ? CriteriaVersion.State.PROPOSED
                                        : CriteriaVersion.State.IN_FORCE,
                                content,
                                digest,
                                proposed.source().az(),
                                "",
                                ""),
                        clock.instant());
        audit.record(CriterionAct.LOADED, CriteriaSignOff.subject(number));
    }
}
