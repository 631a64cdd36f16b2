package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of a window, taken out of the columns of a {@link Ring}; used again for the next. */
final class Entry {

    long at;
    long high;
    long low;
    long mask;

    /** The number to reckon, unless the rest holds numbers. */
    long number;

    @Nullable Extra extra;

    static Entry of(Contribution contribution, GroupKey group) {
        Entry entry = new Entry();
        entry.at = Moments.nanos(contribution.at());
        entry.high = contribution.ref().high();
        entry.low = contribution.ref().low();
        entry.mask = contribution.mask();
        List<BigDecimal> numbers = contribution.numbers();
        if (numbers.size() == 1 && isLong(numbers.getFirst())) {
            entry.number = numbers.getFirst().longValueExact();
            numbers = List.of();
        }
        entry.extra = extra(contribution, group, numbers);
        return entry;
    }

    private static @Nullable Extra extra(
            Contribution contribution, GroupKey group, List<BigDecimal> numbers) {
        List<String> shown = contribution.key().shown();
        boolean same = shown.equals(group.shown());
        boolean nothing =
                same
                        && contribution.values().isEmpty()
                        && numbers.isEmpty()
                        && contribution.rows().isEmpty()
                        && contribution.events().isEmpty();
        return nothing
                ? null
                : new Extra(
                        same ? List.of() : shown,
                        contribution.values(),
                        numbers,
                        contribution.rows(),
                        contribution.events());
    }

    private static boolean isLong(BigDecimal number) {
        return number.scale() == 0 && number.precision() <= 18;
    }

    EventRef ref() {
        return new EventRef(high, low);
    }
}
