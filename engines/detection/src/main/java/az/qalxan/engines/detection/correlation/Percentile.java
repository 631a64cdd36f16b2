package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A percentile of numbers (Sigma 2.1.0, value_percentile): between two of them it lies where the
 * straight line says, as with SQL's percentile_cont. Exact; whole numbers, as nearly all are, are
 * kept apart from all others, so that a window of them alone is cheap.
 */
final class Percentile implements Reckoning {

    private static final BigDecimal[] NONE = {};

    private final int percent;
    private SortedNumbers whole = new SortedNumbers();

    /** Numbers that are not whole, or too large. */
    private BigDecimal[] others = NONE;

    private int otherCount;
    private long count;

    Percentile(int percent) {
        this.percent = percent;
    }

    @Override
    public void add(Entry entry) {
        count++;
        if (isWhole(entry)) {
            whole.add(entry.number);
        } else if (entry.extra != null) {
            entry.extra.numbers().forEach(this::add);
        }
    }

    private void add(BigDecimal number) {
        int place = Arrays.binarySearch(others, 0, otherCount, number);
        int at = place < 0 ? -1 - place : place;
        if (otherCount == others.length) {
            others = Arrays.copyOf(others, Math.max(4, otherCount + otherCount / 2));
        }
        System.arraycopy(others, at, others, at + 1, otherCount - at);
        others[at] = number;
        otherCount++;
    }

    @Override
    public void remove(Entry entry) {
        count--;
        if (isWhole(entry)) {
            whole.remove(entry.number);
        } else if (entry.extra != null) {
            entry.extra.numbers().forEach(this::remove);
        }
    }

    private void remove(BigDecimal number) {
        int at = Arrays.binarySearch(others, 0, otherCount, number);
        if (at >= 0) {
            System.arraycopy(others, at + 1, others, at, otherCount - at - 1);
            otherCount--;
        }
    }

    private static boolean isWhole(Entry entry) {
        return entry.extra == null || entry.extra.numbers().isEmpty();
    }

    @Override
    public void clear() {
        whole = new SortedNumbers();
        others = NONE;
        otherCount = 0;
        count = 0;
    }

    @Override
    public BigDecimal value(long from) {
        int size = whole.size() + otherCount;
        if (size == 0) {
            return BigDecimal.ZERO;
        }
        long hundredths = (long) percent * (size - 1);
        int below = (int) (hundredths / 100);
        BigDecimal part = BigDecimal.valueOf(hundredths % 100, 2);
        BigDecimal low = at(below);
        return part.signum() == 0 ? low : low.add(at(below + 1).subtract(low).multiply(part));
    }

    /** The number that so many of all are before: by how many of them are not whole. */
    private BigDecimal at(int index) {
        int left = Math.max(0, index - whole.size());
        int right = Math.min(index, otherCount);
        while (left < right) {
            int middle = (left + right) >>> 1;
            BigDecimal next = BigDecimal.valueOf(whole.at(index - middle - 1));
            if (others[middle].compareTo(next) < 0) {
                left = middle + 1;
            } else {
                right = middle;
            }
        }
        int wholes = index - left;
        if (wholes == whole.size()) {
            return others[left];
        }
        BigDecimal next = BigDecimal.valueOf(whole.at(wholes));
        return left < otherCount && others[left].compareTo(next) < 0 ? others[left] : next;
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
