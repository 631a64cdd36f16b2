package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A percentile of numbers (Sigma 2.1.0, value_percentile): between two of them it lies where the
 * straight line says, as with SQL's percentile_cont.
 */
final class Percentile implements Reckoning {

    private static final BigDecimal[] NONE = {};

    private final int percent;
    private BigDecimal[] sorted = NONE;
    private int size;
    private long count;

    Percentile(int percent) {
        this.percent = percent;
    }

    @Override
    public void add(Entry entry) {
        count++;
        for (BigDecimal number : numbers(entry)) {
            int place = Arrays.binarySearch(sorted, 0, size, number);
            int at = place < 0 ? -1 - place : place;
            if (size == sorted.length) {
                sorted = Arrays.copyOf(sorted, Math.max(4, size + size / 2));
            }
            System.arraycopy(sorted, at, sorted, at + 1, size - at);
            sorted[at] = number;
            size++;
        }
    }

    @Override
    public void remove(Entry entry) {
        count--;
        for (BigDecimal number : numbers(entry)) {
            int at = Arrays.binarySearch(sorted, 0, size, number);
            if (at >= 0) {
                System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
                size--;
            }
        }
    }

    private static List<BigDecimal> numbers(Entry entry) {
        return entry.extra == null || entry.extra.numbers().isEmpty()
                ? List.of(BigDecimal.valueOf(entry.number))
                : entry.extra.numbers();
    }

    @Override
    public void clear() {
        sorted = NONE;
        size = 0;
        count = 0;
    }

    @Override
    public BigDecimal value(long from) {
        if (size == 0) {
            return BigDecimal.ZERO;
        }
        long hundredths = (long) percent * (size - 1);
        int below = (int) (hundredths / 100);
        BigDecimal part = BigDecimal.valueOf(hundredths % 100, 2);
        BigDecimal low = sorted[below];
        return part.signum() == 0 ? low : low.add(sorted[below + 1].subtract(low).multiply(part));
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
