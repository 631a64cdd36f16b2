package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one event, or one finding of a lower correlation, adds to a rule's group.
 *
 * @param rule the correlation rule, as {@link CorrelationPlan#rules()} calls it
 * @param level at which the rule stands: 0 where it refers to no other correlation
 * @param at when it happened
 * @param ref the event, or what stands for the lower finding
 * @param mask which of the rules referred to found it: a bit for each, in their order
 * @param values the texts that are counted, or none
 * @param numbers the numbers that are reckoned, or none
 * @param rows what further levels need to know of it: tuples of values
 * @param events the events behind a lower finding; none where it is an event itself
 */
public record Contribution(
        String rule,
        int level,
        GroupKey key,
        Instant at,
        EventRef ref,
        long mask,
        List<String> values,
        List<BigDecimal> numbers,
        List<List<String>> rows,
        List<EventRef> events) {

    public Contribution {
        values = List.copyOf(values);
        numbers = List.copyOf(numbers);
        rows = List.copyOf(rows);
        events = List.copyOf(events);
    }

    /** The same, but of another time: where the event does not say when it happened. */
    public Contribution happenedAt(Instant other) {
        return new Contribution(rule, level, key, other, ref, mask, values, numbers, rows, events);
    }

    /** To be sent; read by {@link #of}. */
    public byte[] bytes() {
        Writing out = new Writing();
        out.text(rule);
        out.number(level);
        out.text(key.text());
        out.texts(key.shown());
        out.number(Moments.nanos(at));
        out.ref(ref);
        out.number(mask);
        out.texts(values);
        out.decimals(numbers);
        out.rows(rows);
        out.refs(events);
        return out.bytes();
    }

    public static Contribution of(byte[] bytes) throws BadState {
        Reading in = new Reading(bytes);
        return new Contribution(
                in.text(),
                in.number(Integer.MAX_VALUE),
                new GroupKey(in.text(), in.texts()),
                Moments.instant(in.number()),
                in.ref(),
                in.number(),
                in.texts(),
                in.decimals(),
                in.rows(),
                in.refs());
    }
}
