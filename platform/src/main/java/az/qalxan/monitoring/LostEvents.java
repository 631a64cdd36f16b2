package az.qalxan.monitoring;

import java.util.List;
import java.util.UUID;

/**
 * What was not used of a source's events.
 *
 * @param day of the last day
 * @param week of the last seven days
 * @param lateOnes the latest events that came too late, as far as they are named
 */
record LostEvents(Sums day, Sums week, List<UUID> lateOnes) {

    LostEvents {
        lateOnes = List.copyOf(lateOnes);
    }

    /**
     * @param damaged lines that are no events
     * @param late how often a correlation rule was told of an event after its window was over
     * @param shed events that a correlation rule let go because its memory was full
     * @param ungrouped how often an event lacked a field that a correlation rule asks for
     * @param unreadable events that could be read when they were taken and cannot now
     */
    record Sums(long damaged, long late, long shed, long ungrouped, long unreadable) {}
}
