package az.qalxan.ledger;

import az.qalxan.database.ActingAs;
import az.qalxan.engines.ledger.BundleItem;
import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.LogReader;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.Stamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what proves facts to somebody who has neither network nor database. */
@Component
class Bundling {

    private static final int LOOKS_MAX = 150;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final KeptFacts facts;
    private final EntryStore entries;
    private final Leaves leaves;
    private final Sequencer sequencer;
    private final LogHome home;
    private final LogKey key;
    private final ObjectProvider<CheckpointSeals> seals;
    private final TransactionTemplate transaction;

    Bundling(
            KeptFacts facts,
            EntryStore entries,
            Leaves leaves,
            Sequencer sequencer,
            LogHome home,
            LogKey key,
            ObjectProvider<CheckpointSeals> seals,
            PlatformTransactionManager manager) {
        this.facts = facts;
        this.entries = entries;
        this.leaves = leaves;
        this.sequencer = sequencer;
        this.home = home;
        this.key = key;
        this.seals = seals;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    BundleParts parts(List<UUID> ids) {
        Map<UUID, Long> places = await(ids);
        Optional<CheckpointSeals.Sealed> sealed =
                seals.stream().findFirst().map(CheckpointSeals::seal);
        return ActingAs.call(
                Sequencer.JOB,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(status -> parts(ids, places, sealed))));
    }

    /** The places, once each is in the signed log. */
    private Map<UUID, Long> await(List<UUID> ids) {
        Map<UUID, Long> places = new HashMap<>();
        for (int look = 0; look < LOOKS_MAX; look++) {
            for (UUID id : ids) {
                if (!places.containsKey(id)
                        && entries.standing(id).orElse(null) instanceof Standing.InLog in) {
                    places.put(id, in.index());
                }
            }
            if (places.keySet().containsAll(ids)) {
                return places;
            }
            sequencer.hurry();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException(
                (ids.size() - places.size()) + " of the facts are not in the log");
    }

    private BundleParts parts(
            List<UUID> ids, Map<UUID, Long> places, Optional<CheckpointSeals.Sealed> sealed) {
        try {
            Checkpoint checkpoint =
                    sealed.isPresent()
                            ? sealed.get().checkpoint()
                            : home.checkpoint().orElseThrow();
            LogReader reader = new LogReader(home.files(), checkpoint);
            Map<UUID, KeptFacts.Kept> kept = new HashMap<>();
            facts.find(ids).forEach(fact -> kept.put(fact.id(), fact));
            List<BundleItem> items = new ArrayList<>();
            for (UUID id : ids) {
                KeptFacts.Kept fact = Objects.requireNonNull(kept.get(id));
                items.add(
                        new BundleItem(
                                fact.kind(),
                                leaves.of(fact),
                                reader.proof(Objects.requireNonNull(places.get(id))),
                                fact.opening(),
                                List.of()));
            }
            List<NoteKey> keys = new ArrayList<>(List.of(key.key()));
            sealed.ifPresent(one -> keys.addAll(one.witnesses()));
            List<Stamp> stamps = sealed.map(CheckpointSeals.Sealed::stamps).orElse(List.of());
            return new BundleParts(checkpoint, keys, stamps, items);
        } catch (IOException e) {
            throw new LogUnusable("the log cannot be read", e);
        }
    }
}
