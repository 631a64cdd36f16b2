package az.qalxan.evidence.dossier;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes how far the writing of one export is, and ends it when it must not go on. */
final class DossierProgress {

    private static final long EVERY_BYTES = 16L << 20;

    private final UUID dossier;
    private final DossierStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private long done;
    private long noted = -1;

    DossierProgress(
            UUID dossier, DossierStore store, TransactionTemplate transaction, Clock clock) {
        this.dossier = dossier;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    long done() {
        return done;
    }

    void until(long bytes) throws IOException {
        done = bytes;
        if (noted < 0 || done - noted >= EVERY_BYTES) {
            noted = done;
            Boolean goes =
                    transaction.execute(status -> store.writing(dossier, done, clock.instant()));
            if (!Boolean.TRUE.equals(goes)) {
                throw new IOException("the export " + dossier + " was ended");
            }
        }
    }
}
