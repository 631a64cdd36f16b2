package az.qalxan.statistics.measure;

import az.qalxan.statistics.SmallCells;
import az.qalxan.statistics.measure.Measure.Cell;
import az.qalxan.statistics.measure.MeasureCounts.Counted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cells of figures. Guarded ones hide whatever fewer than five records stand behind, and
 * what would give such a cell away.
 */
record Cells(boolean guarded) {

    /** Fewer than ten have no ninth tenth worth the name. */
    private static final int TENTHS_MIN = 10;

    private static final double SECONDS_OF_HOUR = 3_600;

    /** Cells that add up to a total that is shown: a single hidden one takes a second along. */
    List<Cell> parts(Map<String, Counted> counts, Function<String, String> label) {
        List<Long> bare = counts.values().stream().map(Counted::count).toList();
        List<@Nullable Long> shown =
                guarded ? SmallCells.suppress(bare) : new ArrayList<@Nullable Long>(bare);
        List<Cell> cells = new ArrayList<>();
        int place = 0;
        for (String key : counts.keySet()) {
            Long count = shown.get(place++);
            cells.add(
                    Cell.of(
                            key,
                            label.apply(key),
                            count == null ? new Value.Suppressed() : new Value.Count(count)));
        }
        return cells;
    }

    /** A count by itself. */
    Value count(long count) {
        return small(count) ? new Value.Suppressed() : new Value.Count(count);
    }

    /** A part of something that is shown: neither it nor the rest may be small. */
    Value part(long part, long whole) {
        return small(part) || small(whole) || small(whole - part)
                ? new Value.Suppressed()
                : new Value.Count(part);
    }

    Value rate(long part, long whole) {
        return part(part, whole) instanceof Value.Suppressed hidden
                ? hidden
                : new Value.Rate(part, whole);
    }

    Value money(Counted sum, String currency) {
        BigDecimal amount = sum.amount();
        return small(sum.count())
                ? new Value.Suppressed()
                : new Value.Money(amount == null ? BigDecimal.ZERO : amount, currency, sum.count());
    }

    /** Without any record there is no length of time. */
    @Nullable Value hours(Counted times) {
        Double median = times.median();
        Double ninetieth = times.ninetieth();
        if (median == null || ninetieth == null) {
            return null;
        }
        return small(times.count())
                ? new Value.Suppressed()
                : new Value.Hours(
                        median / SECONDS_OF_HOUR,
                        times.count() < TENTHS_MIN ? null : ninetieth / SECONDS_OF_HOUR,
                        times.count());
    }

    private boolean small(long count) {
        return guarded && SmallCells.isSmall(count);
    }
}
