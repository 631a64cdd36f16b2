package az.qalxan.engines.detection;

import java.util.List;

/** Takes events away from rules: a rule holds where its own condition does and the filter not. */
public final class RuleFilter {

    private final RuleHeader header;
    private final LogSource logSource;
    private final List<String> rules;
    private final Expression expression;

    RuleFilter(RuleHeader header, LogSource logSource, List<String> rules, Expression expression) {
        this.header = header;
        this.logSource = logSource;
        this.rules = List.copyOf(rules);
        this.expression = expression;
    }

    public RuleHeader header() {
        return header;
    }

    /** Ids or names of the rules that it is for. */
    public List<String> rules() {
        return rules;
    }

    /** Whether it is for the rule: it names it and the log source is the same. */
    boolean concerns(DetectionRule rule) {
        return rule.logSource().equals(logSource)
                && (rules.contains(rule.header().id()) || rules.contains(rule.header().name()));
    }

    Expression expression() {
        return expression;
    }
}
