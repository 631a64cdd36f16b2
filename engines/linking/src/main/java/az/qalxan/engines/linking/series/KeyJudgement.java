package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a step are hubs before and after it. A census is kept only for hubs and for keys
 * with many holders; any other is worked out from the holders.
 */
final class KeyJudgement {

    private final SeriesStore store;
    private final Step step;
    private final Map<Long, TraitKind> kinds = new HashMap<>();
    private final Map<Long, KeyCensus> kept = new HashMap<>();
    private final Map<Long, HubRuling> rulings = new HashMap<>();
    private final Map<Long, KeyCensus> after = new HashMap<>();
    private final Set<Long> hubs = new HashSet<>();
    private final Set<Long> flipped = new HashSet<>();
    private final Map<UUID, PlacedReport> holders = new HashMap<>();

    KeyJudgement(SeriesStore store, Step step) {
        this.store = store;
        this.step = step;
        step.leaving().forEach(this::addKinds);
        step.coming().forEach(this::addKinds);
    }

    private void addKinds(ReportTraits report) {
        for (Trait trait : report.traits()) {
            kinds.put(trait.key(), trait.kind());
        }
    }

    void judge() {
        Set<Long> asked = new HashSet<>(kinds.keySet());
        asked.addAll(step.ruled());
        if (asked.isEmpty()) {
            return;
        }
        kept.putAll(store.censuses(asked));
        rulings.putAll(store.rulings(asked));
        Set<Long> few = new HashSet<>(asked);
        few.removeAll(kept.keySet());
        if (!few.isEmpty()) {
            count(few);
        }
        kept.forEach((key, census) -> after.put(key, changed(key, census)));
        after.forEach(this::compare);
        readMany();
    }

    /** The censuses of keys that none is kept of: from all of their holders. */
    private void count(Set<Long> few) {
        for (PlacedReport holder : store.holders(few, HubRule.HOLDERS_READ + 1)) {
            holders.put(holder.id(), holder);
            for (Trait trait : holder.traits().traits()) {
                if (few.contains(trait.key())) {
                    kinds.putIfAbsent(trait.key(), trait.kind());
                    after.merge(
                            trait.key(),
                            KeyCensus.empty(trait.key(), trait.kind()).plus(holder.traits()),
                            (known, one) -> known.plus(holder.traits()));
                }
            }
        }
        for (long key : few) {
            TraitKind kind = kinds.get(key);
            if (kind != null) {
                KeyCensus before = after.getOrDefault(key, KeyCensus.empty(key, kind));
                after.put(key, changed(key, before));
            }
        }
    }

    private KeyCensus changed(long key, KeyCensus census) {
        KeyCensus changed = census;
        for (ReportTraits report : step.leaving()) {
            changed = report.holds(key) ? changed.minus(report) : changed;
        }
        for (ReportTraits report : step.coming()) {
            changed = report.holds(key) ? changed.plus(report) : changed;
        }
        return changed;
    }

    private void compare(long key, KeyCensus census) {
        boolean hub = HubRule.isHub(census, rulings.get(key));
        KeyCensus earlier = kept.get(key);
        boolean hubBefore = earlier != null && HubRule.isHub(earlier, rulings.get(key));
        if (hub) {
            hubs.add(key);
        }
        if (hub != hubBefore || step.ruled().contains(key)) {
            flipped.add(key);
        }
    }

    /** Holders of keys that have many: of a flipped one all, of another one some to join. */
    private void readMany() {
        List<Long> all = new ArrayList<>();
        List<Long> some = new ArrayList<>();
        for (long key : kept.keySet()) {
            if (flipped.contains(key)) {
                all.add(key);
            } else if (!hubs.contains(key)) {
                some.add(key);
            }
        }
        addHolders(all, Integer.MAX_VALUE);
        addHolders(some, HubRule.HOLDERS_READ);
    }

    private void addHolders(Collection<Long> keys, int most) {
        if (!keys.isEmpty()) {
            store.holders(keys, most).forEach(holder -> holders.put(holder.id(), holder));
        }
    }

    boolean isHub(long key) {
        return hubs.contains(key);
    }

    /** Whether the key was looked at. */
    boolean knows(long key) {
        return after.containsKey(key);
    }

    Set<Long> flipped() {
        return flipped;
    }

    /** Reports that hold one of the keys, as they were before the step. */
    Collection<PlacedReport> holders() {
        return holders.values();
    }

    @Nullable PlacedReport holder(UUID report) {
        return holders.get(report);
    }

    /** Censuses that are worth keeping now and have changed. */
    List<KeyCensus> toKeep() {
        List<KeyCensus> kept = new ArrayList<>();
        after.forEach((key, census) -> {
            if (worthKeeping(key, census) && !census.equals(this.kept.get(key))) {
                kept.add(census);
            }
        });
        return kept;
    }

    private boolean worthKeeping(long key, KeyCensus census) {
        return census.count() > 0 && (hubs.contains(key) || census.count() > HubRule.HOLDERS_READ);
    }

    List<Long> toForget() {
        List<Long> forgotten = new ArrayList<>();
        after.forEach((key, census) -> {
            if (kept.containsKey(key) && !worthKeeping(key, census)) {
                forgotten.add(key);
            }
        });
        return forgotten;
    }
}
