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

    /**
     * A keeper of that store.
     *
     * @param newSeries gives ids for new series
     */
    public SeriesKeeper(SeriesStore store, Supplier<UUID> newSeries) {
        this.store = Objects.requireNonNull(store, "store");
        this.newSeries = Objects.requireNonNull(newSeries, "newSeries");
    }

    /** Takes in new reports and corrected ones; of a report given twice the last counts. */
    public List<SeriesChange> put(Collection<ReportTraits> reports) {
        throw new UnsupportedOperationException("follows");
    }

    /** Forgets reports; unknown ids are ignored. */
    public List<SeriesChange> withdraw(Collection<UUID> reports) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Takes notice of decisions about these pairs that the caller has just stored, changed or
     * undone.
     */
    public List<SeriesChange> decided(Collection<ReportPair> pairs) {
        throw new UnsupportedOperationException("follows");
    }

    /** Takes notice of rulings about these keys that the caller has just stored or undone. */
    public List<SeriesChange> ruled(Collection<Long> keys) {
        throw new UnsupportedOperationException("follows");
    }
}
