package az.qalxan.engines.threatintel.pattern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that could not be judged, while a pattern was asked; a few of them are kept. */
final class Unfit {

    static final int KEPT_MAX = 100;

    private final Set<ObservationFault> faults = new LinkedHashSet<>();
    private String id = "";

    /** From here on they belong to that observation. */
    void in(Observation observation) {
        id = observation.id();
    }

    void add(String words) {
        if (faults.size() < KEPT_MAX) {
            faults.add(new ObservationFault(id, words));
        }
    }

    List<ObservationFault> faults() {
        return List.copyOf(faults);
    }
}
