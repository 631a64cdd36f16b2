package az.qalxan.strategy;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.Sha256;
import az.qalxan.engines.plan.PlanChange;
import az.qalxan.engines.plan.PlanComparison;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.PlanRead;
import az.qalxan.engines.plan.PlanReader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records editions of the plan. */
@Component
public class EditionDesk {

    static final int NOTE_MAX = 1_000;

    private final EditionStore store;
    private final PlanShelf shelf;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EditionDesk(
            EditionStore store,
            PlanShelf shelf,
            AuditLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager,
            Clock clock) {
        this.store = store;
        this.shelf = shelf;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /**
     * Records the file as the newest edition.
     *
     * @param by the name of who does it
     * @param note why; empty for nothing
     */
    public Recording record(byte[] yaml, String by, String note) {
        return switch (PlanReader.read(yaml)) {
            case PlanRead.Refused refused -> new Recording.Refused(refused.flaws());
            case PlanRead.Read read -> {
                Draft draft = new Draft(read, yaml, by, note, null);
                yield in(() -> record(draft));
            }
        };
    }

    /** Records an earlier edition again as the newest; empty when there is none of that id. */
    Optional<Recording> restore(EditionId id, String by, String note) {
        return Optional.ofNullable(
                transaction.execute(status -> {
                    Optional<Edition> earlier = store.edition(id);
                    Optional<byte[]> content = store.content(id);
                    if (earlier.isEmpty() || content.isEmpty()) {
                        return null;
                    }
                    if (!(PlanReader.read(content.get()) instanceof PlanRead.Read read)) {
                        throw new IllegalStateException(
                                "edition " + id + " cannot be read any more");
                    }
                    return record(new Draft(read, content.get(), by, note, earlier.get().number()));
                }));
    }

    /** The file of an edition as it was brought in; empty for that of the pack. */
    Optional<byte[]> file(EditionId id) {
        return Optional.ofNullable(transaction.execute(status -> store.content(id).orElse(null)));
    }

    /** What the file would change, without recording it. */
    List<PlanChange> changes(PlanFile after) {
        return shelf.current()
                .map(before -> PlanComparison.between(before.file(), after))
                .orElse(List.of());
    }

    /**
     * An edition on the way.
     *
     * @param restores the number of the edition that it repeats; null for a new one
     */
    private record Draft(
            PlanRead.Read read, byte[] yaml, String by, String note, @Nullable Integer restores) {}

    private Recording record(Draft draft) {
        store.lock();
        String sha256 = Sha256.of(draft.yaml());
        Optional<Edition> newest = store.newest();
        if (newest.isPresent() && newest.get().sha256().equals(sha256)) {
            return new Recording.Same(newest.get());
        }
        PlanFile file = draft.read().file();
        List<PlanChange> changes = changes(file);
        Edition edition = edition(draft, sha256, newest.map(Edition::number).orElse(0) + 1);
        store.insert(edition, draft.yaml(), file.measures().size(), draft.restores());
        audit.record(
                draft.restores() == null ? StrategyAct.RECORDED : StrategyAct.RESTORED,
                AuditSubject.of("plan-edition", edition.number()),
                Map.of(
                        "sha256",
                        sha256,
                        "measures",
                        String.valueOf(file.measures().size()),
                        "changes",
                        String.valueOf(changes.size())));
        shelf.keep(edition.id(), file);
        shelf.changing();
        events.publishEvent(new PlanChanged(edition.id()));
        return new Recording.Recorded(edition, changes, draft.read().warnings());
    }

    private Edition edition(Draft draft, String sha256, int number) {
        PlanFile file = draft.read().file();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Edition(
                new EditionId(UUID.randomUUID()),
                number,
                now,
                draft.by(),
                file.title(),
                file.language(),
                file.source().approved(),
                sha256,
                true,
                draft.note());
    }

    private Recording in(Supplier<Recording> work) {
        Recording done = transaction.execute(status -> work.get());
        if (done == null) {
            throw new IllegalStateException("the edition came to nothing");
        }
        return done;
    }
}
