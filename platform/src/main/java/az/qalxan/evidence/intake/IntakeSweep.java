package az.qalxan.evidence.intake;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.vault.IntakeId;
import az.qalxan.engines.vault.Vault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the vault forget intakes whose end was written down just before the program stopped. */
@Component
class IntakeSweep {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeSweep.class);

    private final Vault vault;
    private final IntakeStore store;

    IntakeSweep(Vault vault, IntakeStore store) {
        this.vault = vault;
        this.store = store;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            List<IntakeId> kept = vault.intakes();
            List<IntakeId> ended =
                    kept.isEmpty()
                            ? kept
                            : ActingAs.call(
                                    TransactionIdentity.job("intake-sweep"),
                                    () -> store.ended(kept));
            for (IntakeId id : ended) {
                vault.drop(id);
            }
        } catch (IOException e) {
            LOG.warn("ended intakes stay in the vault for now", e);
        }
    }
}
