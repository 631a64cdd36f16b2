package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One step of the keeper, from what changes to what is to be written. */
final class KeeperStep {

    private final SeriesStore store;
    private final Step step;
    private final int most;
    private final KeyJudgement keys;
    private final Neighbourhood around;

    KeeperStep(SeriesStore store, Step step, int most) {
        this.store = store;
        this.step = step;
        this.most = most;
        this.keys = new KeyJudgement(store, step);
        this.around = new Neighbourhood(store, step, keys);
    }

    SeriesWrites writes(Supplier<UUID> newSeries) {
        keys.judge();
        Oversized oversized = new Oversized();
        readAround(oversized);
        Parts parts = new Parts(around.reports(), around::isHub, around.decisions(), most);
        List<Cluster> clusters =
                parts.all(oversized).stream().flatMap(part -> part.clusters().stream()).toList();
        Placing placing = new Placing(store, around, step, oversized, !keys.flipped().isEmpty());
        placing.place(clusters, newSeries);
        return new SeriesWrites(
                List.copyOf(step.put().values()),
                List.copyOf(step.withdrawn()),
                placing.placements(),
                keys.toKeep(),
                keys.toForget(),
                placing.changes());
    }

    /** Reads every component that the step may change. */
    private void readAround(Oversized oversized) {
        Map<UUID, PlacedReport> touched = new HashMap<>();
        step.before().forEach(row -> touched.put(row.id(), row));
        Map<Long, List<ReportTraits>> coming = comingByKey();
        keys.holders().stream()
                .filter(row -> isTouched(row, coming))
                .forEach(row -> touched.put(row.id(), row));
        Set<UUID> labels = new HashSet<>();
        boolean onlyAdds =
                step.onlyAdds()
                        && keys.flipped().isEmpty()
                        && undivided(touched.values()).size() < 2;
        boolean wide = false;
        for (PlacedReport row : touched.values()) {
            Placement place = row.placement();
            wide |= place.width() != Placement.Width.ALL_EVIDENCE;
            if (place.width() == Placement.Width.UNDIVIDED && onlyAdds) {
                around.addOutside(row);
            } else {
                labels.add(place.component());
            }
        }
        around.readComponents(labels);
        around.readRejected();
        wide |= around.rows().stream().anyMatch(KeeperStep::isWide);
        if (wide && !onlyAdds) {
            readClosure();
        } else if (wide) {
            oversized.mark(around.rows());
            oversized.mark(around.outside());
        }
    }

    private static Set<UUID> undivided(Collection<PlacedReport> rows) {
        Set<UUID> labels = new HashSet<>();
        for (PlacedReport row : rows) {
            if (row.placement().width() == Placement.Width.UNDIVIDED) {
                labels.add(row.placement().component());
            }
        }
        return labels;
    }

    private static boolean isWide(PlacedReport row) {
        return row.placement().width() != Placement.Width.ALL_EVIDENCE;
    }

    private Map<Long, List<ReportTraits>> comingByKey() {
        Map<Long, List<ReportTraits>> coming = new HashMap<>();
        for (ReportTraits report : step.coming()) {
            for (long key : report.sortedKeys()) {
                if (!keys.isHub(key)) {
                    coming.computeIfAbsent(key, k -> new ArrayList<>(1)).add(report);
                }
            }
        }
        return coming;
    }

    /** Whether a key of it changed its standing, or a report that comes is linked with it. */
    private boolean isTouched(PlacedReport holder, Map<Long, List<ReportTraits>> coming) {
        for (Trait trait : holder.traits().traits()) {
            if (keys.flipped().contains(trait.key())) {
                return true;
            }
            for (ReportTraits report : coming.getOrDefault(trait.key(), List.of())) {
                boolean other = !report.id().equals(holder.id());
                if (other
                        && (trait.kind().strong()
                                || WeakPairs.links(report, holder.traits(), keys::isHub))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Something may fall apart in a component that is wider than what was read: read all of it. */
    private void readClosure() {
        Set<Long> known = new HashSet<>();
        Set<Long> open = new HashSet<>();
        step.leaving().forEach(report -> addKeys(report, known, open));
        boolean more = true;
        while (more) {
            around.reports().forEach(report -> addKeys(report, known, open));
            more = !open.isEmpty() && readHolders(open);
            open.clear();
        }
    }

    private static void addKeys(ReportTraits report, Set<Long> known, Set<Long> open) {
        for (Trait trait : report.traits()) {
            if (known.add(trait.key())) {
                open.add(trait.key());
            }
        }
    }

    private boolean readHolders(Set<Long> open) {
        Map<Long, KeyCensus> kept = store.censuses(open);
        Map<Long, HubRuling> rulings = store.rulings(kept.keySet());
        kept.forEach((key, census) -> {
            boolean hub =
                    keys.knows(key) ? keys.isHub(key) : HubRule.isHub(census, rulings.get(key));
            if (hub) {
                open.remove(key);
            }
        });
        Set<UUID> labels = new HashSet<>();
        for (PlacedReport row : store.holders(open, Integer.MAX_VALUE)) {
            if (!around.holds(row.id()) && !step.withdrawn().contains(row.id())) {
                labels.add(row.placement().component());
            }
        }
        labels.removeIf(around::holdsComponent);
        around.readComponents(labels);
        return !labels.isEmpty();
    }
}
