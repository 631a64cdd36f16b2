package az.qalxan.engines.linking.series;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps the series of a store up to date, step by step. Each call is one step with a bounded number
 * of round trips, whatever the number of reports in it; many reports in one step cost less than
 * many steps. The result does not depend on how reports are spread over steps.
 *
 * <p>A step reads and then writes once. Run it inside a transaction in which no other keeper works
 * on the same store.
 */
public final class SeriesKeeper {

    /** The most reports of a component that is cut with all evidence. */
    public static final int COMPONENT_REPORTS_MAX = 2_000;

    private final SeriesStore store;
    private final Supplier<UUID> newSeries;
    private final int most;

    /**
     * A keeper of that store.
     *
     * @param newSeries gives ids for new series
     */
    public SeriesKeeper(SeriesStore store, Supplier<UUID> newSeries) {
        this(store, newSeries, COMPONENT_REPORTS_MAX);
    }

    SeriesKeeper(SeriesStore store, Supplier<UUID> newSeries, int most) {
        this.store = Objects.requireNonNull(store, "store");
        this.newSeries = Objects.requireNonNull(newSeries, "newSeries");
        this.most = most;
    }

    /** Takes in new reports and corrected ones; of a report given twice the last counts. */
    public List<SeriesChange> put(Collection<ReportTraits> reports) {
        return take(Step.put(reports));
    }

    /** Forgets reports; unknown ids are ignored. */
    public List<SeriesChange> withdraw(Collection<UUID> reports) {
        return take(Step.withdraw(reports));
    }

    /**
     * Takes notice of decisions about these pairs that the caller has just stored, changed or
     * undone.
     */
    public List<SeriesChange> decided(Collection<ReportPair> pairs) {
        return take(Step.decided(pairs));
    }

    /** Takes notice of rulings about these keys that the caller has just stored or undone. */
    public List<SeriesChange> ruled(Collection<Long> keys) {
        return take(Step.ruled(keys));
    }

    private List<SeriesChange> take(Step step) {
        if (!step.isEmpty()) {
            step.readFrom(store);
        }
        if (step.isEmpty()) {
            return List.of();
        }
        SeriesWrites writes = new KeeperStep(store, step, most).writes(newSeries);
        store.write(writes);
        return writes.changes();
    }
}
