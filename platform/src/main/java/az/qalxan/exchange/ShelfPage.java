package az.qalxan.exchange;

import java.time.Instant;
import java.util.List;

/**
 * Versions of objects in the order in which they were added.
 *
 * @param more whether others follow
 */
public record ShelfPage(List<Line> lines, boolean more) {

    /**
     * A version.
     *
     * @param content the object; empty where only the version was asked for
     */
    public record Line(
            String id, String version, Instant added, String specVersion, String content) {}

    public ShelfPage {
        lines = List.copyOf(lines);
    }
}
