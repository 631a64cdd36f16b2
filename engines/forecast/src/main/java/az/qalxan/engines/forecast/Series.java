package az.qalxan.engines.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * Equally spaced observations, the oldest first.
 *
 * @param period length of a season in observations (12 for months of a year), 1 for none
 * @param rulesSince index of the first observation under today's rules of counting, 0 when they
 *     never changed; what stands before is never used
 */
public record Series(List<Observation> observations, int period, Range range, int rulesSince) {

    public Series {
        observations = List.copyOf(observations);
        if (period < 1) {
            throw new IllegalArgumentException("a period of " + period + ", at least 1 allowed");
        }
        if (rulesSince < 0 || rulesSince > observations.size()) {
            throw new IllegalArgumentException(
                    "rules since observation "
                            + rulesSince
                            + " of "
                            + observations.size()
                            + "; from 0 to the number of observations is allowed");
        }
    }

    public Series(List<Observation> observations, int period) {
        this(observations, period, Range.ANY, 0);
    }

    public Series(double[] values, int period) {
        this(Arrays.stream(values).mapToObj(Observation::of).toList(), period);
    }

    public Series within(Range allowed) {
        return new Series(observations, period, allowed, rulesSince);
    }

    /** The same series, counted under new rules from the observation of that index on. */
    public Series withRulesSince(int index) {
        return new Series(observations, period, range, index);
    }
}
