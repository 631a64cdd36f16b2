package az.qalxan.strategy;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plan files between being put up and being recorded or thrown away. */
@Component
class UploadDesk {

    private static final String KIND = "plan-file";

    private final UploadStore store;
    private final EditionDesk editions;
    private final AuditLog audit;
    private final Clock clock;

    UploadDesk(UploadStore store, EditionDesk editions, AuditLog audit, Clock clock) {
        this.store = store;
        this.editions = editions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    UUID keep(String name, byte[] content) {
        UUID id = store.insert(name, content, clock.instant());
        audit.record(
                StrategyAct.UPLOADED,
                AuditSubject.of(KIND, id),
                Map.of("sha256", Sha256.of(content)));
        return id;
    }

    @Transactional(readOnly = true)
    UploadStore.Upload find(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Records the file as the newest edition and lets go of it. */
    @Transactional
    Recording record(UUID id, String by, String note) {
        UploadStore.Upload upload = find(id);
        Recording recording = editions.record(upload.content(), by, note);
        store.delete(id);
        return recording;
    }

    @Transactional
    void discard(UUID id) {
        if (!store.delete(id)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(StrategyAct.DISCARDED, AuditSubject.of(KIND, id));
    }
}
