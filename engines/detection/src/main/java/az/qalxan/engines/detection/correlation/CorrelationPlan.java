package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.correlation.CorrelationFinding.Use;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Which group of which correlation rule a finding adds to. Without state; shared by threads.
 *
 * <p>Correlations stand at levels: those at one refer only to rules over single events and to
 * correlations of lower levels, so that a host can work level by level.
 */
public final class CorrelationPlan {

    private static final int EVERY_LEVEL = -1;

    private final WindowSettings settings;
    private final List<PlannedRule> rules;
    private final Map<String, PlannedRule> byKey = new HashMap<>();
    private final Map<String, List<Feed>> byDetection;
    private final Map<String, List<Feed>> byCorrelation;
    private final Set<String> silenced;
    private final Passed passed = new Passed();

    /** Counts, for all threads, what lacked a field. */
    private static final class Passed implements Gathering.Counters {
        final LongAdder ungrouped = new LongAdder();
        final LongAdder unreckoned = new LongAdder();

        @Override
        public void ungrouped(PlannedRule rule) {
            ungrouped.increment();
        }

        @Override
        public void unreckoned(PlannedRule rule) {
            unreckoned.increment();
        }
    }

    CorrelationPlan(WindowSettings settings, Planning planning) {
        this.settings = settings;
        rules = planning.rules();
        byDetection = planning.byDetection();
        byCorrelation = planning.byCorrelation();
        silenced = planning.silenced();
        rules.forEach(rule -> byKey.put(rule.key(), rule));
    }

    public static CorrelationPlan of(RuleSet rules, WindowSettings settings) {
        return new CorrelationPlan(settings, new Planning(rules, settings));
    }

    /** How many levels there are; 0 where there is no correlation rule. */
    public int levels() {
        return rules.isEmpty() ? 0 : rules.getLast().level() + 1;
    }

    /** What each correlation rule is called here, by levels: its id, or else its title. */
    public List<String> rules() {
        return rules.stream().map(PlannedRule::key).toList();
    }

    public WindowSettings settings() {
        return settings;
    }

    List<PlannedRule> planned() {
        return rules;
    }

    @Nullable PlannedRule planned(String key) {
        return byKey.get(key);
    }

    /**
     * What the findings of an event add to the rules of a level.
     *
     * @param event must know the fields that the rules group by and reckon
     */
    public List<Contribution> contributions(
            int level, List<Finding> findings, LogEvent event, EventMoment moment) {
        Gathering gathering = new Gathering(moment, List.of(), passed);
        gather(gathering, level, findings, event);
        return gathering.contributions();
    }

    /** The same for the rules of all levels. */
    public List<Contribution> contributions(
            List<Finding> findings, LogEvent event, EventMoment moment) {
        return contributions(EVERY_LEVEL, findings, event, moment);
    }

    /** What a finding adds to the rules of higher levels; each says at which. */
    public List<Contribution> contributions(CorrelationFinding finding) {
        return contributions(finding, passed);
    }

    List<Contribution> contributions(
            List<Finding> findings, LogEvent event, EventMoment moment, Gathering.Counters passed) {
        Gathering gathering = new Gathering(moment, List.of(), passed);
        gather(gathering, EVERY_LEVEL, findings, event);
        return gathering.contributions();
    }

    private void gather(Gathering gathering, int level, List<Finding> findings, LogEvent event) {
        Values values = null;
        for (Finding finding : findings) {
            for (Feed feed : byDetection.getOrDefault(Planning.key(finding.rule()), List.of())) {
                if (level == EVERY_LEVEL || feed.rule().level() == level) {
                    values = values == null ? Values.of(event) : values;
                    gathering.add(feed, values);
                }
            }
        }
    }

    List<Contribution> contributions(CorrelationFinding finding, Gathering.Counters passed) {
        List<Feed> feeds = byCorrelation.getOrDefault(finding.key(), List.of());
        PlannedRule made = byKey.get(finding.key());
        if (feeds.isEmpty() || made == null) {
            return List.of();
        }
        EventMoment moment = new EventMoment(finding.at(), finding.ref());
        Gathering gathering = new Gathering(moment, finding.events(), passed);
        List<List<String>> rows =
                finding.rows().isEmpty() ? List.of(List.<String>of()) : finding.rows();
        for (Feed feed : feeds) {
            if (finding.use() != Use.REPEAT || PlannedRule.temporal(feed.rule().rule())) {
                for (List<String> row : rows) {
                    gathering.add(feed, Values.of(finding, made.carried(), row));
                }
            }
        }
        return gathering.contributions();
    }

    /** How many events that the plan itself was asked about lacked a field to group by. */
    public long ungrouped() {
        return passed.ungrouped.sum();
    }

    /** How many of them lacked a value or number to reckon. */
    public long unreckoned() {
        return passed.unreckoned.sum();
    }

    /**
     * Whether people are not told when the rule finds something by itself, because a correlation
     * refers to it and does not say {@code generate: true}.
     */
    public boolean silenced(RuleHeader rule) {
        return silenced.contains(Planning.key(rule));
    }

    /** An empty state for the contribution's group. */
    public GroupState state(Contribution first, Instant watermark) {
        PlannedRule rule = byKey.get(first.rule());
        if (rule == null) {
            throw new IllegalArgumentException("no rule is called " + first.rule());
        }
        return new GroupState(rule, first.key(), rule.own(Moments.watermark(watermark)));
    }

    /**
     * A state that was written; none where its rule is not there any more or was changed, so that
     * what it holds means nothing.
     */
    public Optional<GroupState> state(byte[] bytes) throws BadState {
        Reading in = new Reading(bytes);
        GroupState.Head head = GroupState.head(in);
        PlannedRule rule = byKey.get(head.rule());
        if (rule == null || rule.print() != head.print()) {
            return Optional.empty();
        }
        return Optional.of(GroupState.read(rule, in));
    }

    /** A finding that was written; none where its rule is not there any more. */
    public Optional<CorrelationFinding> finding(byte[] bytes) throws BadState {
        Reading in = new Reading(bytes);
        PlannedRule rule = byKey.get(in.text());
        return rule == null
                ? Optional.empty()
                : Optional.of(CorrelationFinding.read(rule.key(), rule.rule(), in));
    }
}
