package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;

/** The number of events (Sigma 2.1.0, event_count). */
final class Counting implements Reckoning {

    private long count;

    @Override
    public void add(Entry entry) {
        count++;
    }

    @Override
    public void remove(Entry entry) {
        count--;
    }

    @Override
    public void clear() {
        count = 0;
    }

    @Override
    public BigDecimal value(long from) {
        return BigDecimal.valueOf(count);
    }

    @Override
    public long count(long from) {
        return count;
    }

    @Override
    public void write(Writing out) {
        out.number(count);
    }

    @Override
    public void read(Reading in) throws BadState {
        count = in.number();
    }
}
