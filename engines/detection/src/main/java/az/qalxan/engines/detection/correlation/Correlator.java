package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.correlation.CorrelationFinding.GroupValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All groups of all correlation rules in one process. The watermark follows the latest event, less
 * the allowed lateness; a host whose stream may pause also calls {@link #advance} by its clock. An
 * event that claims to be of the future would make all others late: a host that lives in time gives
 * no event a time beyond its own clock. For one thread.
 *
 * <p>A group's state does not know the watermark before it is due; what is late is told by the
 * watermark here.
 */
public final class Correlator {

    private static final int VERSION = 1;

    private static final Comparator<CorrelationFinding> ORDER =
            Comparator.comparing(CorrelationFinding::at)
                    .thenComparing(CorrelationFinding::key)
                    .thenComparing(one ->
                            one.group().stream()
                                    .map(GroupValue::value)
                                    .collect(Collectors.joining("\n")));

    private final CorrelationPlan plan;
    private final List<RuleGroups> rules;
    private final Map<String, RuleGroups> byKey = new HashMap<>();
    private final Gathering.Counters passed = new Passed();
    private final long lateness;
    private long watermark = Moments.NEVER;

    /** No group is due before this watermark. */
    private long due = Moments.END;

    private final class Passed implements Gathering.Counters {
        @Override
        public void ungrouped(PlannedRule rule) {
            groups(rule.key()).ungrouped++;
        }

        @Override
        public void unreckoned(PlannedRule rule) {
            groups(rule.key()).unreckoned++;
        }
    }

    public Correlator(CorrelationPlan plan) {
        this.plan = plan;
        rules = plan.planned().stream().map(RuleGroups::new).toList();
        rules.forEach(one -> byKey.put(one.rule().key(), one));
        lateness = lateness(plan.settings().lateness());
    }

    private static long lateness(Duration late) {
        if (late.compareTo(WindowSettings.UNLIMITED) >= 0) {
            return Moments.END;
        }
        Duration longest = Duration.ofNanos(PlannedRule.DELAY_MAX);
        return (late.compareTo(longest) > 0 ? longest : late).toNanos();
    }

    /** Takes the findings of an event; gives what became certain by it, in the order of time. */
    public List<CorrelationFinding> accept(
            List<Finding> findings, LogEvent event, EventMoment moment) {
        List<Contribution> contributions =
                findings.isEmpty()
                        ? List.of()
                        : plan.contributions(findings, event, moment, passed);
        return accept(contributions, moment.at());
    }

    /** The same for contributions that another thread has made, and the time of their event. */
    public List<CorrelationFinding> accept(List<Contribution> contributions, Instant at) {
        for (Contribution contribution : contributions) {
            add(contribution);
        }
        if (lateness == Moments.END) {
            return List.of();
        }
        long reached = Moments.nanos(at) - lateness;
        return reached > watermark ? advance(reached) : List.of();
    }

    private RuleGroups groups(String key) {
        RuleGroups groups = byKey.get(key);
        if (groups == null) {
            throw new IllegalArgumentException("no rule is called " + key);
        }
        return groups;
    }

    private void add(Contribution contribution) {
        RuleGroups groups = groups(contribution.rule());
        groups.add(contribution, watermark);
        due = Math.min(due, groups.first());
    }

    /** Nothing that happened before the watermark will come any more. */
    public List<CorrelationFinding> advance(Instant watermark) {
        return advance(Moments.watermark(watermark));
    }

    /** Nothing will come any more. */
    public List<CorrelationFinding> finish() {
        return advance(Moments.END);
    }

    private List<CorrelationFinding> advance(long stream) {
        if (stream < due) {
            watermark = Math.max(watermark, stream);
            return List.of();
        }
        List<CorrelationFinding> alerts = new ArrayList<>(0);
        for (RuleGroups groups : rules) {
            if (groups.first() <= stream) {
                for (CorrelationFinding finding : groups.advance(stream)) {
                    plan.contributions(finding, passed).forEach(this::add);
                    if (finding.alert()) {
                        alerts.add(finding);
                    }
                }
            }
        }
        watermark = Math.max(watermark, stream);
        due = Moments.END;
        rules.forEach(one -> due = Math.min(due, one.first()));
        alerts.sort(ORDER);
        return alerts;
    }

    public Instant watermark() {
        return watermark == Moments.NEVER ? Instant.MIN : Moments.instant(watermark);
    }

    public Counters counters() {
        return rules.stream().map(RuleGroups::counters).reduce(Counters.NONE, Counters::plus);
    }

    /** By rule, as {@link CorrelationPlan#rules()} calls them. */
    public Map<String, Counters> byRule() {
        Map<String, Counters> all = new LinkedHashMap<>();
        rules.forEach(one -> all.put(one.rule().key(), one.counters()));
        return all;
    }

    /** All of its state, to go on from. */
    public byte[] snapshot() {
        Writing out = new Writing();
        out.number(VERSION);
        out.number(watermark);
        out.number(rules.size());
        for (RuleGroups groups : rules) {
            out.text(groups.rule().key());
            groups.write(out);
        }
        return out.bytes();
    }

    /** Goes on where the snapshot was made; state of rules that are gone or changed is left out. */
    public static Correlator restore(CorrelationPlan plan, byte[] snapshot) throws BadState {
        Correlator correlator = new Correlator(plan);
        Reading in = new Reading(snapshot);
        if (in.number() != VERSION) {
            throw new BadState("it is of another version");
        }
        correlator.watermark = in.number();
        int count = in.size();
        for (int i = 0; i < count; i++) {
            String key = in.text();
            RuleGroups groups = correlator.byKey.get(key);
            long[] counts = RuleGroups.readCounts(in);
            if (groups != null) {
                groups.counted(counts);
            }
            int states = in.size();
            for (int k = 0; k < states; k++) {
                Optional<GroupState> state = plan.state(in.raw());
                if (groups != null && state.isPresent()) {
                    groups.put(state.get());
                }
            }
        }
        if (!in.ended()) {
            throw new BadState("something follows it");
        }
        correlator.rules.forEach(one -> correlator.due = Math.min(correlator.due, one.first()));
        return correlator;
    }
}
