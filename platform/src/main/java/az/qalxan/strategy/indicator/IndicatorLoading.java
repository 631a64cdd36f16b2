package az.qalxan.strategy.indicator;

import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.strategy.indicator.IndicatorVersion.Decision;
import az.qalxan.strategy.indicator.IndicatorVersion.Proposed;
import az.qalxan.strategy.indicator.IndicatorVersion.State;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At start, takes over indicators of the pack that nobody knows yet. What a pack says otherwise
 * than the one before waits for a judgement; what people changed stays.
 */
@Component
class IndicatorLoading {

    static final TransactionIdentity JOB = TransactionIdentity.job("indicators");

    private final IndicatorPack pack;
    private final VersionStore versions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IndicatorLoading(
            IndicatorPack pack,
            VersionStore versions,
            AuditLog audit,
            PlatformTransactionManager manager,
            Clock clock) {
        this.pack = pack;
        this.versions = versions;
        this.audit = audit;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    @PostConstruct
    void load() {
        ActingAs.run(
                JOB, () -> transaction.executeWithoutResult(status -> takeOver(pack.proposed())));
    }

    void takeOver(Map<String, Definition> proposed) {
        versions.lock();
        List<String> taken = new ArrayList<>();
        proposed.forEach((code, definition) -> {
            List<IndicatorVersion> known = versions.history(code);
            boolean said =
                    known.stream()
                            .filter(IndicatorVersion::ofPack)
                            .findFirst()
                            .filter(one -> one.definition().equals(definition))
                            .isPresent();
            if (!said) {
                versions.insert(version(code, definition, known));
                taken.add(code);
            }
        });
        if (!taken.isEmpty()) {
            audit.recordAll(IndicatorAct.LOADED, "indicator", taken);
        }
    }

    private IndicatorVersion version(
            String code, Definition definition, List<IndicatorVersion> known) {
        Instant now = clock.instant();
        boolean first = known.isEmpty();
        return new IndicatorVersion(
                UUID.randomUUID(),
                code,
                first ? 1 : known.getFirst().number() + 1,
                definition,
                false,
                true,
                new Proposed("", "", now, pack.reason().az()),
                first ? State.APPROVED : State.PROPOSED,
                first ? new Decision(JOB.account(), "", now, "") : null);
    }
}
