package az.qalxan.monitoring;

import az.qalxan.engines.detection.correlation.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the rules could not use of a source's events. A correlation rule that could not use an event
 * counts it once, so that an event may count several times.
 */
final class Losses {

    /** So many events that came too late are named. */
    static final int LATE_ONES_MAX = 20;

    private final List<UUID> lateOnes = new ArrayList<>();
    private long late;
    private long shed;
    private long ungrouped;
    private long unreadable;

    /** An event was judged, and correlations counted what became of it. */
    void judged(UUID event, Counters before, Counters after) {
        if (after.late() > before.late()) {
            late += after.late() - before.late();
            if (lateOnes.size() < LATE_ONES_MAX) {
                lateOnes.add(event);
            }
        }
        shed += after.shed() - before.shed();
        ungrouped += after.ungrouped() - before.ungrouped();
        ungrouped += after.unreckoned() - before.unreckoned();
    }

    /** An event could be read when it was taken and cannot now. */
    void unreadable() {
        unreadable++;
    }

    void add(Losses other) {
        late += other.late;
        shed += other.shed;
        ungrouped += other.ungrouped;
        unreadable += other.unreadable;
        for (UUID one : other.lateOnes) {
            if (lateOnes.size() < LATE_ONES_MAX && !lateOnes.contains(one)) {
                lateOnes.add(one);
            }
        }
    }

    boolean any() {
        return late + shed + ungrouped + unreadable > 0;
    }

    /** How often an event came when a window that it belonged to was over. */
    long late() {
        return late;
    }

    /** How many events were let go because a rule's memory was full. */
    long shed() {
        return shed;
    }

    /** How often an event lacked a field to group by or to reckon. */
    long ungrouped() {
        return ungrouped;
    }

    long unreadableOnes() {
        return unreadable;
    }

    List<UUID> lateOnes() {
        return List.copyOf(lateOnes);
    }
}
