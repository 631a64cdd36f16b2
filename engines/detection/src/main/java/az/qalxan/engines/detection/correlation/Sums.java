package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.CorrelationRule.Bound;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The sum of numbers, or their average (Sigma 2.1.0, value_sum and value_avg); exact. */
final class Sums implements Reckoning {

    private final boolean average;

    /** Whole numbers, until they are too many. */
    private long whole;

    private BigDecimal rest = BigDecimal.ZERO;
    private long numbers;
    private long count;

    Sums(boolean average) {
        this.average = average;
    }

    @Override
    public void add(Entry entry) {
        count++;
        change(entry, 1);
    }

    @Override
    public void remove(Entry entry) {
        count--;
        change(entry, -1);
    }

    private void change(Entry entry, int sign) {
        if (entry.extra == null || entry.extra.numbers().isEmpty()) {
            numbers += sign;
            change(entry.number * sign);
            return;
        }
        for (BigDecimal number : entry.extra.numbers()) {
            numbers += sign;
            rest = sign > 0 ? rest.add(number) : rest.subtract(number);
        }
    }

    private void change(long number) {
        long sum = whole + number;
        if (((whole ^ sum) & (number ^ sum)) < 0) {
            rest = rest.add(BigDecimal.valueOf(whole));
            sum = number;
        }
        whole = sum;
    }

    @Override
    public void clear() {
        whole = 0;
        rest = BigDecimal.ZERO;
        numbers = 0;
        count = 0;
    }

    private BigDecimal sum() {
        BigDecimal first = BigDecimal.valueOf(whole);
        return rest.signum() == 0 ? first : rest.add(first);
    }

    @Override
    public BigDecimal value(long from) {
        return average && numbers != 0
                ? sum().divide(BigDecimal.valueOf(numbers), MathContext.DECIMAL64)
                : sum();
    }

    /** Not by the average, which may have to be rounded, but by the sum. */
    @Override
    public boolean holds(List<Bound> bounds, long from) {
        BigDecimal sum = sum();
        for (Bound bound : bounds) {
            BigDecimal limit =
                    average ? bound.number().multiply(BigDecimal.valueOf(numbers)) : bound.number();
            if (!new Bound(bound.kind(), limit).holds(sum)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long count(long from) {
        return count;
    }

    @Override
    public void write(Writing out) {
        out.number(whole);
        out.decimal(rest);
        out.number(numbers);
        out.number(count);
    }

    @Override
    public void read(Reading in) throws BadState {
        whole = in.number();
        rest = in.decimal();
        numbers = in.number();
        count = in.number();
    }
}
