package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number of different values, or tuples of values (Sigma 2.1.0, value_count). */
final class Distinct implements Reckoning {

    private final Map<String, Tally> tallies = new HashMap<>();
    private long count;

    /** Of the value added last. */
    private @Nullable Tally last;

    /** How many events hold a value. */
    private static final class Tally {
        final Extra extra;
        int events;

        Tally(Extra extra) {
            this.extra = extra;
        }
    }

    @Override
    public void add(Entry entry) {
        count++;
        Extra extra = entry.extra;
        if (extra != null) {
            for (String value : extra.values()) {
                Tally tally = tallies.get(value);
                if (tally == null) {
                    tally = new Tally(alone(extra, value));
                    tallies.put(value, tally);
                }
                tally.events++;
                last = tally;
            }
        }
    }

    private static Extra alone(Extra extra, String value) {
        return extra.oneValue()
                ? extra
                : new Extra(List.of(), List.of(value), List.of(), List.of(), List.of());
    }

    @Override
    public Extra shared(Extra extra) {
        return last != null && extra.oneValue() ? last.extra : extra;
    }

    @Override
    public void remove(Entry entry) {
        count--;
        if (entry.extra != null) {
            for (String value : entry.extra.values()) {
                Tally tally = tallies.get(value);
                if (tally != null && --tally.events == 0) {
                    tallies.remove(value);
                }
            }
        }
    }

    @Override
    public void clear() {
        tallies.clear();
        last = null;
        count = 0;
    }

    @Override
    public BigDecimal value(long from) {
        return BigDecimal.valueOf(tallies.size());
    }

    @Override
    public long count(long from) {
        return count;
    }

    @Override
    public boolean rebuilt() {
        return true;
    }

    @Override
    public void write(Writing out) {}

    @Override
    public void read(Reading in) {}
}
