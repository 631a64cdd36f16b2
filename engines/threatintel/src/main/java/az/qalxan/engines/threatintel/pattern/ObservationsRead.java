package az.qalxan.engines.threatintel.pattern;

import java.util.List;

/** The observations of a text, and what of it was none. */
public record ObservationsRead(List<Observation> observations, List<ObservationFault> faults) {

    public ObservationsRead {
        observations = List.copyOf(observations);
        faults = List.copyOf(faults);
    }
}
