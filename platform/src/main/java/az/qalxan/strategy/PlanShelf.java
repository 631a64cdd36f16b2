package az.qalxan.strategy;

import az.qalxan.directory.OrganisationNamed;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.PlanRead;
import az.qalxan.engines.plan.PlanReader;
import az.qalxan.jurisdiction.Jurisdiction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps editions in memory as they were put together lately. What is kept of heads and of the names
 * of bodies is forgotten when an edition is recorded, when the directory names a body otherwise,
 * and at midnight; a file once read stays read, because editions do not change.
 */
@Component
final class PlanShelf {

    private static final int FILES_MAX = 12;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final EditionStore store;
    private final StrategyPack pack;
    private final PlanMaking making;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Jurisdiction jurisdiction;
    private final Map<EditionId, PlanFile> files =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<EditionId, PlanFile> eldest) {
                    return size() > FILES_MAX;
                }
            };
    private final Map<MeasureCode, Edition> lastIn = new HashMap<>();
    private int learnt = -1;
    private volatile Kept kept;
    private long changes;

    /** What is kept for a day. */
    private record Kept(
            LocalDate day,
            List<Edition> editions,
            AtomicReference<Instant> looked,
            Map<EditionId, Plan> plans,
            AtomicReference<@Nullable List<DroppedMeasure>> dropped) {

        static Kept of(LocalDate day, List<Edition> editions, Instant looked) {
            return new Kept(
                    day,
                    List.copyOf(editions),
                    new AtomicReference<>(looked),
                    new LinkedHashMap<>(),
                    new AtomicReference<>());
        }

        int newest() {
            return editions.isEmpty() ? 0 : editions.getFirst().number();
        }
    }

    PlanShelf(
            EditionStore store,
            StrategyPack pack,
            PlanMaking making,
            PlatformTransactionManager manager,
            Clock clock,
            Jurisdiction jurisdiction) {
        this.store = store;
        this.pack = pack;
        this.making = making;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.jurisdiction = jurisdiction;
        this.kept = Kept.of(LocalDate.MIN, List.of(), Instant.EPOCH);
    }

    Optional<Plan> current() {
        Kept now = kept();
        return now.editions().isEmpty()
                ? Optional.empty()
                : plan(now, now.editions().getFirst().id());
    }

    Optional<Plan> of(EditionId id) {
        return plan(kept(), id);
    }

    List<Edition> editions() {
        return kept().editions();
    }

    /** What earlier editions had and the newest has not. */
    List<DroppedMeasure> dropped() {
        Kept now = kept();
        List<DroppedMeasure> known = now.dropped().get();
        if (known != null) {
            return known;
        }
        SortedMap<MeasureCode, DroppedMeasure> dropped = new TreeMap<>();
        lastIn(now.editions())
                .forEach((code, edition) -> {
                    if (edition.number() != now.newest()) {
                        plan(now, edition.id())
                                .flatMap(plan -> plan.measure(code))
                                .ifPresent(
                                        one -> dropped.put(code, new DroppedMeasure(one, edition)));
                    }
                });
        List<DroppedMeasure> found = List.copyOf(dropped.values());
        now.dropped().set(found);
        return found;
    }

    /** The file of an edition as it was read. */
    Optional<PlanFile> fileOf(EditionId id) {
        return editions().stream().anyMatch(one -> one.id().equals(id))
                ? Optional.of(file(id))
                : Optional.empty();
    }

    /**
     * The latest edition of every measure that any edition had. What was learnt of earlier editions
     * is kept, because they do not change; what a running transaction adds is not.
     */
    private Map<MeasureCode, Edition> lastIn(List<Edition> editions) {
        boolean passing = TransactionSynchronizationManager.hasResource(this);
        synchronized (lastIn) {
            Map<MeasureCode, Edition> known = passing ? new HashMap<>(lastIn) : lastIn;
            for (Edition edition : editions.reversed()) {
                if (edition.number() > learnt) {
                    file(edition.id()).measures().forEach(one -> known.put(one.code(), edition));
                }
            }
            if (!passing && !editions.isEmpty()) {
                learnt = Math.max(learnt, editions.getFirst().number());
            }
            return new HashMap<>(known);
        }
    }

    private Optional<Plan> plan(Kept now, EditionId id) {
        Optional<Edition> edition =
                now.editions().stream().filter(one -> one.id().equals(id)).findAny();
        if (edition.isEmpty()) {
            return Optional.empty();
        }
        synchronized (now.plans()) {
            Plan known = now.plans().get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Plan made = making.plan(edition.get(), file(id), now.day());
        synchronized (now.plans()) {
            now.plans().put(id, made);
        }
        return Optional.of(made);
    }

    private PlanFile file(EditionId id) {
        if (id.equals(EditionId.PACK)) {
            return pack.file().orElseThrow();
        }
        synchronized (files) {
            PlanFile known = files.get(id);
            if (known != null) {
                return known;
            }
        }
        PlanFile file = read(id);
        keep(id, file);
        return file;
    }

    /** Keeps what was just read, so that it need not be read again. */
    void keep(EditionId id, PlanFile file) {
        synchronized (files) {
            files.put(id, file);
        }
    }

    private PlanFile read(EditionId id) {
        byte[] content =
                query(() -> store.content(id))
                        .orElseThrow(
                                () -> new IllegalStateException("no content of edition " + id));
        return switch (PlanReader.read(content)) {
            case PlanRead.Read read -> read.file();
            case PlanRead.Refused refused ->
                    throw new IllegalStateException(
                            "edition " + id + " is recorded, but: " + refused.flaws());
        };
    }

    private Kept kept() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, jurisdiction.zone());
        if (TransactionSynchronizationManager.hasResource(this)) {
            return fresh(today, now);
        }
        Kept known = kept;
        if (known.day().equals(today) && stands(known, now)) {
            return known;
        }
        long before = changes();
        Kept loaded = fresh(today, now);
        synchronized (this) {
            if (before == changes) {
                kept = loaded;
            }
        }
        return loaded;
    }

    /** Now and then asks whether another process, the command line, recorded an edition. */
    private boolean stands(Kept known, Instant now) {
        if (now.isBefore(known.looked().get().plus(LOOK_EVERY))) {
            return true;
        }
        known.looked().set(now);
        return query(store::newestNumber) == known.newest();
    }

    private Kept fresh(LocalDate today, Instant now) {
        List<Edition> editions = new ArrayList<>(query(store::editions));
        pack.edition().ifPresent(editions::add);
        return Kept.of(today, editions, now);
    }

    private <T> T query(Supplier<T> asked) {
        T answer = reading.execute(status -> asked.get());
        if (answer == null) {
            throw new IllegalStateException("the editions cannot be read");
        }
        return answer;
    }

    private synchronized long changes() {
        return changes;
    }

    @EventListener
    void bodiesAreNamedOtherwise(OrganisationNamed named) {
        changing();
    }

    /** Forgets what is kept as soon as the running transaction has ended. */
    void changing() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            return;
        }
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(PlanShelf.this);
                        forget();
                    }
                });
    }

    private synchronized void forget() {
        changes++;
        kept = Kept.of(LocalDate.MIN, List.of(), Instant.EPOCH);
    }
}
