package az.qalxan.exchange;

import az.qalxan.access.Handling;
import org.jspecify.annotations.Nullable;

/**
 * A collection as its caller may use it.
 *
 * @param readsUpTo null when the caller may not read it
 * @param writesUpTo null when the caller may not write it
 */
public record Reachable(
        ThreatCollection collection, @Nullable Handling readsUpTo, @Nullable Handling writesUpTo) {

    public boolean canRead() {
        return readsUpTo != null;
    }

    /** Whether it takes objects of the caller: a closed one takes none. */
    public boolean canWrite() {
        return writesUpTo != null && collection.open();
    }
}
