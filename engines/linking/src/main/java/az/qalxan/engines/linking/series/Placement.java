package az.qalxan.engines.linking.series;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands. Component and width, and which reports stand in one series, are a pure
 * function of reports, decisions and rulings; the series' id depends on history.
 *
 * @param component the smallest id among the reports that evidence connects with this one, directly
 *     or through others; its own id when there are none
 * @param width how the component was bounded
 * @param series the series; absent for a report that belongs to none
 * @param linkedTo the report of the same series by which this one hangs in it; absent for the
 *     report with the smallest id of the series. These links form a tree, the series' backbone
 * @param score of the link to {@code linkedTo}; 0 without one
 */
public record Placement(
        UUID component, Width width, @Nullable UUID series, @Nullable UUID linkedTo, int score) {

    /** Refuses a link without a series. */
    public Placement {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(width, "width");
        if (series == null && linkedTo != null) {
            throw new IllegalArgumentException("A report without a series hangs on no other.");
        }
    }

    /** Which evidence connects a component; narrower when it would grow too large. */
    public enum Width {
        /** Every link at or above the threshold. */
        ALL_EVIDENCE,
        /** Only shared identifiers: with weaker links it would exceed the bound. */
        IDENTIFIERS,
        /** Only shared identifiers, and still beyond the bound: taken as one series, not cut. */
        UNDIVIDED
    }
}
