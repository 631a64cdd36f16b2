package az.qalxan.engines.detection;

/** A rule over single events, ready to judge them. */
public final class DetectionRule {

    private final RuleHeader header;
    private final LogSource logSource;
    private final Expression expression;

    DetectionRule(RuleHeader header, LogSource logSource, Expression expression) {
        this.header = header;
        this.logSource = logSource;
        this.expression = expression;
    }

    public RuleHeader header() {
        return header;
    }

    public LogSource logSource() {
        return logSource;
    }

    Expression expression() {
        return expression;
    }

    @Override
    public String toString() {
        return header.called();
    }
}
