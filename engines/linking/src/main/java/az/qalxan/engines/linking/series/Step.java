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
 * What one step is about: the reports that it puts in, corrects or withdraws as they were and as
 * they will be, and what people decided and ruled.
 */
final class Step {

    private final Map<UUID, ReportTraits> put = new HashMap<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private final Set<ReportPair> decided = new HashSet<>();
    private final Set<Long> ruled = new HashSet<>();
    private final Map<UUID, PlacedReport> before = new HashMap<>();

    static Step put(Collection<ReportTraits> reports) {
        Step step = new Step();
        reports.forEach(report -> step.put.put(report.id(), report));
        return step;
    }

    static Step withdraw(Collection<UUID> reports) {
        Step step = new Step();
        step.withdrawn.addAll(reports);
        return step;
    }

    static Step decided(Collection<ReportPair> pairs) {
        Step step = new Step();
        step.decided.addAll(pairs);
        return step;
    }

    static Step ruled(Collection<Long> keys) {
        Step step = new Step();
        step.ruled.addAll(keys);
        return step;
    }

    /** Reads how the named reports stand and leaves out what changes nothing. */
    void readFrom(SeriesStore store) {
        Set<UUID> named = new HashSet<>(put.keySet());
        named.addAll(withdrawn);
        for (ReportPair pair : decided) {
            named.add(pair.first());
            named.add(pair.second());
        }
        if (!named.isEmpty()) {
            store.reports(named).forEach(report -> before.put(report.id(), report));
        }
        withdrawn.retainAll(before.keySet());
        put.values()
                .removeIf(report -> {
                    PlacedReport known = before.get(report.id());
                    return known != null && known.traits().equals(report);
                });
    }

    boolean isEmpty() {
        return put.isEmpty() && withdrawn.isEmpty() && decided.isEmpty() && ruled.isEmpty();
    }

    /** Whether it does nothing but add reports, so that nothing can fall apart. */
    boolean onlyAdds() {
        return withdrawn.isEmpty()
                && decided.isEmpty()
                && ruled.isEmpty()
                && put.keySet().stream().noneMatch(before::containsKey);
    }

    Map<UUID, ReportTraits> put() {
        return put;
    }

    Set<UUID> withdrawn() {
        return withdrawn;
    }

    Set<Long> ruled() {
        return ruled;
    }

    /** The named reports that were known before, with their places. */
    Collection<PlacedReport> before() {
        return before.values();
    }

    @Nullable PlacedReport before(UUID report) {
        return before.get(report);
    }

    /** Whether one of the two reports is put in, so that their score is to be reckoned anew. */
    boolean touches(UUID one, UUID other) {
        return put.containsKey(one) || put.containsKey(other);
    }

    /** The report as it will be; absent when it is withdrawn. */
    @Nullable ReportTraits after(PlacedReport report) {
        return withdrawn.contains(report.id())
                ? null
                : put.getOrDefault(report.id(), report.traits());
    }

    /** Traits that are taken away from the counts. */
    List<ReportTraits> leaving() {
        List<ReportTraits> leaving = new ArrayList<>();
        for (PlacedReport report : before.values()) {
            if (withdrawn.contains(report.id()) || put.containsKey(report.id())) {
                leaving.add(report.traits());
            }
        }
        return leaving;
    }

    /** Traits that are added to the counts. */
    Collection<ReportTraits> coming() {
        return put.values();
    }
}
