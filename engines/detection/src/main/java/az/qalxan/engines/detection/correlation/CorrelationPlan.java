package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which group of which correlation rule a finding adds to. Without state; shared by threads.
 *
 * <p>Correlations stand at levels: those at one refer only to rules over single events and to
 * correlations of lower levels, so that a host can work level by level.
 */
public final class CorrelationPlan {

    private CorrelationPlan() {}

    public static CorrelationPlan of(RuleSet rules, WindowSettings settings) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** How many levels there are; 0 where there is no correlation rule. */
    public int levels() {
        throw new UnsupportedOperationException("to be filled");
    }

    /** What each correlation rule is called here: its id, or else its name or title. */
    public List<String> rules() {
        throw new UnsupportedOperationException("to be filled");
    }

    public WindowSettings settings() {
        throw new UnsupportedOperationException("to be filled");
    }

    /**
     * What the findings of an event add to the rules of a level.
     *
     * @param event must know the fields that the rules group by and reckon
     */
    public List<Contribution> contributions(
            int level, List<Finding> findings, LogEvent event, EventMoment moment) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** The same for the rules of all levels. */
    public List<Contribution> contributions(
            List<Finding> findings, LogEvent event, EventMoment moment) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** What a finding adds to the rules of higher levels; each says at which. */
    public List<Contribution> contributions(CorrelationFinding finding) {
        throw new UnsupportedOperationException("to be filled");
    }

    /**
     * Whether people are not told when the rule finds something by itself, because a correlation
     * refers to it and does not say {@code generate: true}.
     */
    public boolean silenced(RuleHeader rule) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** An empty state for the contribution's group. */
    public GroupState state(Contribution first, Instant watermark) {
        throw new UnsupportedOperationException("to be filled");
    }

    /**
     * A state that was written; none where its rule is not there any more or was changed, so that
     * what it holds means nothing.
     */
    public Optional<GroupState> state(byte[] bytes) throws BadState {
        throw new UnsupportedOperationException("to be filled");
    }

    /** A finding that was written; none where its rule is not there any more. */
    public Optional<CorrelationFinding> finding(byte[] bytes) throws BadState {
        throw new UnsupportedOperationException("to be filled");
    }
}
