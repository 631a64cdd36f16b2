package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.CorrelationRule.Bound;
import java.math.BigDecimal;
import java.util.List;

/** What a rule reckons over the events of a window, as they come and go. */
sealed interface Reckoning permits Counting, Distinct, Sums, Percentile, Latest, Chains {

    /** An event comes into the window; those of one instant in the order of their references. */
    void add(Entry entry);

    /** All events of an instant are there. */
    default void settle() {}

    /** The event that came first goes. */
    void remove(Entry entry);

    /** The window is over. */
    void clear();

    /**
     * What is reckoned.
     *
     * @param from when the window began
     */
    BigDecimal value(long from);

    /** How many events it is reckoned of. */
    long count(long from);

    /** Whether it meets all bounds. */
    default boolean holds(List<Bound> bounds, long from) {
        BigDecimal value = value(from);
        for (Bound bound : bounds) {
            if (!bound.holds(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether events have to be kept so that they can be given back. */
    default boolean keeps() {
        return true;
    }

    /** What the event added last has besides, as another event already has it. */
    default Extra shared(Extra extra) {
        return extra;
    }

    /** Gathers the events that matter, where they are not those of the window. */
    default void gather(long from, Gathered gathered) {}

    /** Whether it is made again by adding the window's events, and not read. */
    default boolean rebuilt() {
        return false;
    }

    void write(Writing out);

    /** Reads what was written. */
    void read(Reading in) throws BadState;
}
