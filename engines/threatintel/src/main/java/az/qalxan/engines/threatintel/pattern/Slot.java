package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.List;

/** Some observations that a pattern asks for: so many of the same candidates. */
final class Slot {

    private final int[] candidates;
    private final long demand;

    /** The orders in time that hold its observations back, and those that push them on. */
    private final List<TimeOrder> before = new ArrayList<>();

    private final List<TimeOrder> after = new ArrayList<>();

    Slot(int[] candidates, long demand) {
        this.candidates = candidates;
        this.demand = demand;
    }

    /** Positions in the list of observations. */
    int[] candidates() {
        return candidates;
    }

    long demand() {
        return demand;
    }

    List<TimeOrder> before() {
        return before;
    }

    List<TimeOrder> after() {
        return after;
    }
}
