package az.qalxan.engines.linking.series;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of components that are too large to be read: which reports lie in them, and which
 * of these stand for an undivided component.
 */
final class Oversized {

    /** Nothing is known to be oversized; then sizes decide. */
    static final Oversized NONE = new Oversized();

    private final Set<UUID> marked = new HashSet<>();
    private final Map<UUID, UUID> undivided = new HashMap<>();

    /** Marks the reports among these that lie in an oversized component. */
    void mark(Collection<PlacedReport> rows) {
        for (PlacedReport row : rows) {
            if (row.placement().width() != Placement.Width.ALL_EVIDENCE) {
                marked.add(row.id());
            }
            if (row.placement().width() == Placement.Width.UNDIVIDED) {
                undivided.put(row.id(), row.placement().component());
            }
        }
    }

    boolean isMarked(UUID report) {
        return marked.contains(report);
    }

    /** The undivided component in which the report lies; absent for another one. */
    @Nullable UUID undivided(UUID report) {
        return undivided.get(report);
    }
}
