package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store in memory, for tests, files and measurements. For one thread. */
public final class InMemorySeriesStore implements SeriesStore {

    private final Map<UUID, PlacedReport> reports = new HashMap<>();
    private final Map<Long, TreeSet<UUID>> byKey = new HashMap<>();
    private final Map<UUID, Set<UUID>> byComponent = new HashMap<>();
    private final Map<UUID, Integer> sizes = new HashMap<>();
    private final Map<Long, KeyCensus> censuses = new HashMap<>();
    private final Map<Long, HubRuling> rulings = new HashMap<>();
    private final Map<UUID, Map<ReportPair, PairDecision>> decisions = new HashMap<>();

    /** Remembers a decision; an earlier one about the same pair is replaced. */
    public void decide(PairDecision decision) {
        ReportPair pair = decision.pair();
        decisions.computeIfAbsent(pair.first(), id -> new HashMap<>()).put(pair, decision);
        decisions.computeIfAbsent(pair.second(), id -> new HashMap<>()).put(pair, decision);
    }

    /** Forgets the decision about that pair. */
    public void undo(ReportPair pair) {
        decisions.getOrDefault(pair.first(), new HashMap<>()).remove(pair);
        decisions.getOrDefault(pair.second(), new HashMap<>()).remove(pair);
    }

    /** Remembers a ruling about a key, or forgets it. */
    public void rule(long key, @Nullable HubRuling ruling) {
        if (ruling == null) {
            rulings.remove(key);
        } else {
            rulings.put(key, ruling);
        }
    }

    /** Every report with its place, in no order. */
    public Collection<PlacedReport> all() {
        return List.copyOf(reports.values());
    }

    Map<Long, KeyCensus> censuses() {
        return Map.copyOf(censuses);
    }

    @Override
    public List<PlacedReport> holders(Collection<Long> keys, int perKeyMax) {
        Set<UUID> found = new LinkedHashSet<>();
        for (long key : keys) {
            byKey.getOrDefault(key, new TreeSet<>()).stream().limit(perKeyMax).forEach(found::add);
        }
        return reports(found);
    }

    @Override
    public List<PlacedReport> reports(Collection<UUID> ids) {
        return ids.stream().map(reports::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<PlacedReport> components(Collection<UUID> components) {
        List<PlacedReport> found = new ArrayList<>();
        for (UUID component : new LinkedHashSet<>(components)) {
            found.addAll(reports(byComponent.getOrDefault(component, Set.of())));
        }
        return found;
    }

    @Override
    public Map<Long, KeyCensus> censuses(Collection<Long> keys) {
        return known(censuses, keys);
    }

    @Override
    public Map<Long, HubRuling> rulings(Collection<Long> keys) {
        return known(rulings, keys);
    }

    @Override
    public Map<UUID, Integer> sizes(Collection<UUID> series) {
        return known(sizes, series);
    }

    private static <K, V> Map<K, V> known(Map<K, V> all, Collection<K> keys) {
        Map<K, V> found = new HashMap<>();
        for (K key : keys) {
            V value = all.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    @Override
    public List<PairDecision> decisions(Collection<UUID> ids) {
        Map<ReportPair, PairDecision> found = new LinkedHashMap<>();
        ids.forEach(id -> found.putAll(decisions.getOrDefault(id, Map.of())));
        return List.copyOf(found.values());
    }

    @Override
    public void write(SeriesWrites writes) {
        writes.withdrawn().forEach(this::forget);
        Map<UUID, ReportTraits> traits = new HashMap<>();
        writes.traits().forEach(one -> traits.put(one.id(), one));
        traits.values().forEach(this::replaceKeys);
        writes.placements().forEach((id, place) -> place(id, traits.get(id), place));
        writes.censuses().forEach(census -> censuses.put(census.key(), census));
        writes.forgottenCensuses().forEach(censuses::remove);
        for (SeriesChange change : writes.changes()) {
            if (change.dissolved()) {
                sizes.remove(change.series());
            } else {
                sizes.put(change.series(), change.sizeAfter());
            }
        }
    }

    private void forget(UUID id) {
        PlacedReport gone = reports.remove(id);
        if (gone != null) {
            removeKeys(gone.traits());
            leave(gone);
        }
    }

    private void replaceKeys(ReportTraits traits) {
        PlacedReport before = reports.get(traits.id());
        if (before != null) {
            removeKeys(before.traits());
            reports.put(traits.id(), new PlacedReport(traits, before.placement()));
        }
        for (long key : traits.sortedKeys()) {
            byKey.computeIfAbsent(key, k -> new TreeSet<>(ReportOrder.BY_ID)).add(traits.id());
        }
    }

    private void removeKeys(ReportTraits traits) {
        for (long key : traits.sortedKeys()) {
            TreeSet<UUID> holders = byKey.get(key);
            if (holders != null && holders.remove(traits.id()) && holders.isEmpty()) {
                byKey.remove(key);
            }
        }
    }

    private void place(UUID id, @Nullable ReportTraits traits, Placement placement) {
        PlacedReport before = reports.get(id);
        if (before != null) {
            leave(before);
        }
        ReportTraits kept = traits != null || before == null ? traits : before.traits();
        reports.put(id, new PlacedReport(Objects.requireNonNull(kept, "traits"), placement));
        byComponent.computeIfAbsent(placement.component(), c -> new HashSet<>()).add(id);
    }

    private void leave(PlacedReport report) {
        UUID component = report.placement().component();
        Set<UUID> members = byComponent.get(component);
        if (members != null && members.remove(report.id()) && members.isEmpty()) {
            byComponent.remove(component);
        }
    }
}
