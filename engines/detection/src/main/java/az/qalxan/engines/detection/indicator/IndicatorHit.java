package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.MatchedValue;
import java.util.List;

/**
 * That an event holds an indicator's value.
 *
 * @param indicator its value is as it was found: a network or a name may hold more than the part of
 *     the event
 * @param values each field's text that holds it, and the part of the text
 */
public record IndicatorHit(ThreatIndicator indicator, List<MatchedValue> values) {

    public IndicatorHit {
        values = List.copyOf(values);
    }
}
