package az.qalxan.engines.detection;

import java.util.List;

/**
 * What one file held.
 *
 * @param file as the reader was told
 * @param documents how many documents it has, each meant as a rule
 * @param rules those that can be used
 * @param flaws everything that is wrong, also with rules that are used nevertheless
 */
public record RulesRead(
        String file,
        int documents,
        List<DetectionRule> rules,
        List<CorrelationRule> correlations,
        List<RuleFilter> filters,
        List<RuleFlaw> flaws) {

    public RulesRead {
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
        filters = List.copyOf(filters);
        flaws = List.copyOf(flaws);
    }
}
