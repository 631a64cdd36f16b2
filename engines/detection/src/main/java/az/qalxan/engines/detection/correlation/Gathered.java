package az.qalxan.engines.detection.correlation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The events behind a finding, gathered from the last to the first, and what is told further. */
final class Gathered {

    /** For so many tuples of values a finding counts further up. */
    static final int ROWS_MAX = 64;

    /** How many of a window's last events are asked for them. */
    static final int ROWS_ASKED_MAX = 2_000;

    private final Set<EventRef> events = new LinkedHashSet<>();
    private final Set<List<String>> rows = new LinkedHashSet<>();
    private long from = Moments.END;

    boolean full() {
        return events.size() >= CorrelationFinding.EVENTS_MAX;
    }

    /** Adds an event; of what is behind a lower finding the last ones. */
    void add(Node node, int eventsMax) {
        from = Math.min(from, node.at());
        if (node.events().isEmpty()) {
            event(node.ref());
        }
        List<EventRef> behind = node.events();
        for (int i = behind.size() - 1; i >= Math.max(0, behind.size() - eventsMax); i--) {
            event(behind.get(i));
        }
        rows(node.rows());
    }

    private void event(EventRef ref) {
        if (!full()) {
            events.add(ref);
        }
    }

    void rows(List<List<String>> more) {
        for (List<String> row : more) {
            if (rows.size() < ROWS_MAX) {
                rows.add(row);
            }
        }
    }

    void from(long moment) {
        from = Math.min(from, moment);
    }

    long from() {
        return from;
    }

    /** In the order of time. */
    List<EventRef> events() {
        List<EventRef> all = new ArrayList<>(events);
        Collections.reverse(all);
        return all;
    }

    List<List<String>> rows() {
        return List.copyOf(rows);
    }
}
