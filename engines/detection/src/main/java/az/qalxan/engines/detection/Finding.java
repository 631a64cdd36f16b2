package az.qalxan.engines.detection;

import java.util.List;

/**
 * That a rule holds for an event.
 *
 * @param rule who says so; its author has to be named wherever the finding is shown (DRL 1.1)
 * @param values what made it hold
 */
public record Finding(RuleHeader rule, List<MatchedValue> values) {

    public Finding {
        values = List.copyOf(values);
    }
}
