package az.qalxan.engines.detection.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All groups of one rule, within its limits, and what became of contributions. */
final class RuleGroups {

    private final PlannedRule rule;
    private final StateLimits limits;

    /**
     * By the text of the key: a text has an order, so keys that hash alike are found as quickly.
     */
    private final Map<String, GroupState> groups = new HashMap<>();

    private final DueGroups queue = new DueGroups();
    private long events;
    private long weight;
    private long taken;
    private long late;
    private long repeated;
    private long shed;
    private long evicted;
    private long alerts;
    long ungrouped;
    long unreckoned;

    RuleGroups(PlannedRule rule) {
        this.rule = rule;
        limits = rule.settings().limits();
    }

    PlannedRule rule() {
        return rule;
    }

    /** No group is due before this watermark. */
    long first() {
        return queue.first();
    }

    /**
     * @param stream the stream's watermark
     */
    void add(Contribution contribution, long stream) {
        if (Moments.nanos(contribution.at()) < rule.own(stream)) {
            late++;
            return;
        }
        GroupState state = groups.get(contribution.key().text());
        if (state == null) {
            state = new GroupState(rule, contribution.key(), rule.own(stream));
            groups.put(contribution.key().text(), state);
        }
        int before = state.size();
        long weightBefore = state.weight();
        if (weightBefore >= limits.eventsPerGroup()) {
            state.advance(stream);
        }
        long shedBefore = state.shed();
        switch (state.add(contribution)) {
            case YES -> taken++;
            case LATE -> late++;
            case REPEATED -> repeated++;
        }
        events += state.size() - before;
        weight += state.weight() - weightBefore;
        shed += state.shed() - shedBefore;
        queue.put(state);
        evict(state);
    }

    private void evict(GroupState inUse) {
        while (groups.size() > limits.groupsPerRule() || weight > limits.eventsPerRule()) {
            GroupState victim = queue.expendable(inUse);
            if (victim == null) {
                return;
            }
            evicted++;
            shed += victim.size();
            forget(victim);
        }
    }

    private void forget(GroupState state) {
        events -= state.size();
        weight -= state.weight();
        queue.forget(state);
        groups.remove(state.key().text());
    }

    /**
     * Lets every group that is due go on. One that then is not due later, as only bytes that nobody
     * wrote can make it, is forgotten.
     */
    List<CorrelationFinding> advance(long stream) {
        List<CorrelationFinding> found = new ArrayList<>(0);
        GroupState state = queue.next(stream);
        while (state != null) {
            int before = state.size();
            long weightBefore = state.weight();
            long repeatedBefore = state.repeated();
            found.addAll(state.advance(stream));
            events += state.size() - before;
            weight += state.weight() - weightBefore;
            repeated += state.repeated() - repeatedBefore;
            taken -= state.repeated() - repeatedBefore;
            if (state.done()) {
                forget(state);
            } else if (state.dueNanos() <= stream) {
                evicted++;
                forget(state);
            } else {
                queue.putBack(state);
            }
            state = queue.next(stream);
        }
        for (CorrelationFinding finding : found) {
            alerts += finding.alert() ? 1 : 0;
        }
        return found;
    }

    Counters counters() {
        return new Counters(
                taken,
                late,
                repeated,
                ungrouped,
                unreckoned,
                shed,
                evicted,
                alerts,
                groups.size(),
                events);
    }

    void write(Writing out) {
        for (long one :
                new long[] {taken, late, repeated, ungrouped, unreckoned, shed, evicted, alerts}) {
            out.number(one);
        }
        out.number(groups.size());
        for (GroupState state : groups.values()) {
            out.raw(state.bytes());
        }
    }

    static long[] readCounts(Reading in) throws BadState {
        long[] counts = new long[8];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.number();
        }
        return counts;
    }

    void counted(long[] counts) {
        taken = counts[0];
        late = counts[1];
        repeated = counts[2];
        ungrouped = counts[3];
        unreckoned = counts[4];
        shed = counts[5];
        evicted = counts[6];
        alerts = counts[7];
    }

    void put(GroupState state) throws BadState {
        if (groups.putIfAbsent(state.key().text(), state) != null) {
            throw new BadState("a group is there twice");
        }
        events += state.size();
        weight += state.weight();
        queue.putBack(state);
    }
}
