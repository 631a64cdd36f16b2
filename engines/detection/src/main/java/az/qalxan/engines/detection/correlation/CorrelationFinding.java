package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.CorrelationRule;
import az.qalxan.engines.detection.Folding;
import az.qalxan.engines.detection.RuleHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That a correlation rule holds for a group.
 *
 * @param key the rule, as {@link CorrelationPlan#rules()} calls it
 * @param group the group's fields and values, in the rule's order
 * @param from when the first event of the window happened
 * @param at when the last one did; the finding's time
 * @param value what was reckoned: a count, a sum, an average, a percentile
 * @param count of how many events or lower findings
 * @param events the events that made it, the last ones where there are many
 * @param rows what further levels need to know: tuples of values
 * @param use whether people are told of it
 * @param partial whether events had been shed before, so that the value is only what was left
 */
public record CorrelationFinding(
        String key,
        CorrelationRule rule,
        List<GroupValue> group,
        Instant from,
        Instant at,
        BigDecimal value,
        long count,
        List<EventRef> events,
        List<List<String>> rows,
        Use use,
        boolean partial) {

    /** At most so many events are named. */
    public static final int EVENTS_MAX = 100;

    public CorrelationFinding {
        group = List.copyOf(group);
        events = List.copyOf(events);
        rows = List.copyOf(rows);
    }

    /** A field of the group and its value. */
    public record GroupValue(String field, String value) {}

    /** Who gets a finding. */
    public enum Use {
        /** People. */
        ALERT,
        /** Only further correlations: a rule above does not want its parts told. */
        PART,
        /** Only temporal correlations: it held still, and had been told before. */
        REPEAT
    }

    public RuleHeader header() {
        return rule.header();
    }

    /** Whether people are told of it. */
    public boolean alert() {
        return use == Use.ALERT;
    }

    /** What the finding is, the same in every host: of the rule, the group and the time. */
    public EventRef ref() {
        Writing out = new Writing();
        out.text(key);
        group.forEach(one -> out.text(Folding.fold(one.value())));
        out.number(Moments.nanos(at));
        return Keys.ref(out.bytes());
    }

    /** To be sent; read by {@link CorrelationPlan#finding}. */
    public byte[] bytes() {
        Writing out = new Writing();
        out.text(key);
        out.number(group.size());
        for (GroupValue one : group) {
            out.text(one.field());
            out.text(one.value());
        }
        out.number(Moments.nanos(from));
        out.number(Moments.nanos(at));
        out.decimal(value);
        out.number(count);
        out.refs(events);
        out.rows(rows);
        out.number(use.ordinal());
        out.truth(partial);
        return out.bytes();
    }

    static CorrelationFinding read(String key, CorrelationRule rule, Reading in) throws BadState {
        List<GroupValue> group = new ArrayList<>();
        int fields = in.size();
        for (int i = 0; i < fields; i++) {
            group.add(new GroupValue(in.text(), in.text()));
        }
        return new CorrelationFinding(
                key,
                rule,
                group,
                Moments.instant(in.number()),
                Moments.instant(in.number()),
                in.decimal(),
                in.number(),
                in.refs(),
                in.rows(),
                Use.values()[in.number(Use.values().length - 1)],
                in.truth());
    }
}
