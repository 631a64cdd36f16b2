package az.qalxan.engines.threatintel.pattern;

import java.util.List;

/**
 * What came of asking a pattern, and which values could not be judged. Such a value neither matches
 * nor fails to.
 */
public record Judgement(Verdict verdict, List<ObservationFault> faults) {

    public Judgement {
        faults = List.copyOf(faults);
    }
}
