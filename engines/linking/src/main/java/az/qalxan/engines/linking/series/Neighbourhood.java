package az.qalxan.engines.linking.series;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a step has read of the store around its reports: whole components, with the decisions about
 * their reports and the hubs among their keys.
 */
final class Neighbourhood {

    private final SeriesStore store;
    private final Step step;
    private final KeyJudgement keys;
    private final Map<UUID, PlacedReport> rows = new HashMap<>();
    private final Map<UUID, ReportTraits> reports = new HashMap<>();
    private final Map<UUID, PlacedReport> outside = new HashMap<>();
    private final Set<UUID> labels = new HashSet<>();
    private final Map<ReportPair, PairDecision> decisions = new HashMap<>();
    private final Set<UUID> asked = new HashSet<>();
    private final Map<Long, Integer> held = new HashMap<>();
    private final Set<Long> looked = new HashSet<>();
    private final Set<Long> hubs = new HashSet<>();

    Neighbourhood(SeriesStore store, Step step, KeyJudgement keys) {
        this.store = store;
        this.step = step;
        this.keys = keys;
        step.put().values().forEach(this::addReport);
    }

    /** Reads these components, and whatever a confirmation ties to them. */
    void readComponents(Collection<UUID> asked) {
        Set<UUID> open = new HashSet<>(asked);
        open.removeAll(labels);
        boolean more = true;
        while (more) {
            labels.addAll(open);
            if (!open.isEmpty()) {
                store.components(open).forEach(this::addRow);
            }
            open = tied();
            open.removeAll(labels);
            more = !open.isEmpty();
        }
        readHubs();
    }

    private void addRow(PlacedReport row) {
        rows.put(row.id(), row);
        outside.remove(row.id());
        ReportTraits traits = step.after(row);
        if (traits != null && !step.put().containsKey(row.id())) {
            addReport(traits);
        }
    }

    private void addReport(ReportTraits traits) {
        if (reports.put(traits.id(), traits) == null) {
            for (long key : traits.sortedKeys()) {
                held.merge(key, 1, Integer::sum);
            }
        }
    }

    /** Adds a report whose component is too large to be read. */
    void addOutside(PlacedReport row) {
        if (!rows.containsKey(row.id()) && outside.putIfAbsent(row.id(), row) == null) {
            addReport(row.traits());
        }
    }

    /**
     * Reports of an undivided component that were told apart from one that was read: they too are
     * to be known, although the component is not read.
     */
    void readRejected() {
        Set<UUID> undivided = new HashSet<>();
        outside.values().forEach(row -> undivided.add(row.placement().component()));
        boolean more = !outside.isEmpty();
        while (more) {
            Set<UUID> unknown = new HashSet<>();
            for (PairDecision decision : decisions.values()) {
                addUnknown(decision.pair().first(), unknown);
                addUnknown(decision.pair().second(), unknown);
            }
            unknown.removeAll(asked);
            asked.addAll(unknown);
            for (PlacedReport row : unknown.isEmpty() ? noRows() : store.reports(unknown)) {
                if (undivided.contains(row.placement().component())) {
                    addOutside(row);
                }
            }
            more = !unknown.isEmpty();
            if (more) {
                store.decisions(unknown).forEach(one -> decisions.put(one.pair(), one));
            }
        }
        readHubs();
    }

    private static List<PlacedReport> noRows() {
        return List.of();
    }

    /** Components that a person's word ties to reports which were read. */
    private Set<UUID> tied() {
        Set<UUID> fresh = new HashSet<>(reports.keySet());
        fresh.removeAll(asked);
        asked.addAll(fresh);
        Set<UUID> unknown = new HashSet<>();
        if (!fresh.isEmpty()) {
            for (PairDecision decision : store.decisions(fresh)) {
                decisions.put(decision.pair(), decision);
                if (decision.verdict() == PairDecision.Verdict.SAME) {
                    addUnknown(decision.pair().first(), unknown);
                    addUnknown(decision.pair().second(), unknown);
                }
            }
        }
        Set<UUID> tied = new HashSet<>();
        if (!unknown.isEmpty()) {
            store.reports(unknown).forEach(row -> tied.add(row.placement().component()));
        }
        return tied;
    }

    private void addUnknown(UUID report, Set<UUID> unknown) {
        boolean gone = step.withdrawn().contains(report);
        if (!reports.containsKey(report) && !gone) {
            unknown.add(report);
        }
    }

    /** Looks up keys that several of the reports hold and that the step did not judge. */
    private void readHubs() {
        Set<Long> shared = new HashSet<>();
        held.forEach((key, count) -> {
            if (count > 1 && !keys.knows(key) && looked.add(key)) {
                shared.add(key);
            }
        });
        if (shared.isEmpty()) {
            return;
        }
        Map<Long, KeyCensus> kept = store.censuses(shared);
        if (!kept.isEmpty()) {
            Map<Long, HubRuling> rulings = store.rulings(kept.keySet());
            kept.forEach((key, census) -> {
                if (HubRule.isHub(census, rulings.get(key))) {
                    hubs.add(key);
                }
            });
        }
    }

    boolean isHub(long key) {
        return keys.isHub(key) || hubs.contains(key);
    }

    boolean holdsComponent(UUID label) {
        return labels.contains(label);
    }

    /** The reports that were read, as they will be. */
    Collection<ReportTraits> reports() {
        return reports.values();
    }

    boolean holds(UUID report) {
        return reports.containsKey(report);
    }

    /** How a report stood before the step; absent for a new one. */
    @Nullable PlacedReport row(UUID report) {
        PlacedReport row = rows.get(report);
        row = row == null ? outside.get(report) : row;
        return row == null ? step.before(report) : row;
    }

    /** All reports of the components that were read, as they were. */
    Collection<PlacedReport> rows() {
        return rows.values();
    }

    Collection<PlacedReport> outside() {
        return outside.values();
    }

    List<PairDecision> decisions() {
        return List.copyOf(decisions.values());
    }
}
