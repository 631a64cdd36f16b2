package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number of different values, or tuples of values (Sigma 2.1.0, value_count). */
final class Distinct implements Reckoning {

    /** Of each value that which events of the window share that have it and nothing else. */
    private final Map<String, Extra> tallies = new HashMap<>();

    private long count;

    /** Of the value added last. */
    private @Nullable Extra last;

    @Override
    public void add(Entry entry) {
        count++;
        Extra extra = entry.extra;
        if (extra != null) {
            for (String value : extra.values()) {
                Extra tally = tallies.get(value);
                if (tally == null) {
                    tally = alone(extra, value);
                    tallies.put(value, tally);
                }
                tally.tally++;
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
        return last != null && extra.oneValue() ? last : extra;
    }

    @Override
    public void remove(Entry entry) {
        count--;
        Extra extra = entry.extra;
        if (extra != null && extra.tally > 0) {
            remove(extra, extra.values().getFirst());
        } else if (extra != null) {
            for (String value : extra.values()) {
                Extra tally = tallies.get(value);
                if (tally != null) {
                    remove(tally, value);
                }
            }
        }
    }

    private void remove(Extra tally, String value) {
        if (--tally.tally == 0) {
            tallies.remove(value);
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
