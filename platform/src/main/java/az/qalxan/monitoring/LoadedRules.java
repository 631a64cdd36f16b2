package az.qalxan.monitoring;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.WindowSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A version of a rule set, ready to judge events; for one thread. */
final class LoadedRules {

    /** How far behind the latest event of a body another may arrive and still count. */
    static final Duration LATENESS = Duration.ofMinutes(2);

    private static final int ENGINES_MAX = 64;

    private final RuleVersion version;
    private final RuleSet rules;
    private final CorrelationPlan plan;
    private final Map<Source.LogOrigin, Detector> detectors = new HashMap<>();

    LoadedRules(RuleVersion version, RuleSet rules) {
        this.version = version;
        this.rules = rules;
        plan = CorrelationPlan.of(rules, WindowSettings.USUAL.with(LATENESS));
    }

    private LoadedRules(RuleVersion version, LoadedRules same) {
        this.version = version;
        rules = same.rules;
        plan = same.plan;
        detectors.putAll(same.detectors);
    }

    /** The same rules in another state. */
    LoadedRules as(RuleVersion other) {
        return new LoadedRules(other, this);
    }

    RuleVersion version() {
        return version;
    }

    boolean correlates() {
        return plan.levels() > 0;
    }

    CorrelationPlan plan() {
        return plan;
    }

    /** A detector for events that, where they do not tell, are of that log. */
    Detector detector(Source.LogOrigin origin) {
        if (detectors.size() >= ENGINES_MAX) {
            detectors.clear();
        }
        return detectors.computeIfAbsent(
                origin, one -> DetectionEngine.of(rules, EventReading.source(one)).detector());
    }

    /** Whether people are not told when the rule finds something by itself. */
    boolean silent(RuleHeader rule) {
        return correlates() && plan.silenced(rule);
    }

    RuleHead head(RuleHeader rule, boolean correlation) {
        return RuleCheck.head(rule, version.id(), correlation);
    }
}
