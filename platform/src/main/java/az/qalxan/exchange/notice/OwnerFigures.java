package az.qalxan.exchange.notice;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in an owner's networks and how fast it was fixed.
 *
 * @param months the latest first
 * @param kinds the most frequent first
 */
record OwnerFigures(List<Month> months, List<Kind> kinds) {

    /**
     * A month by when trouble was first seen.
     *
     * @param fixed how much of it is fixed or not seen any more
     * @param median from the telling to the fixing; null while nothing is fixed
     */
    record Month(YearMonth month, int seen, int fixed, @Nullable Duration median) {

        int open() {
            return seen - fixed;
        }
    }

    /** A kind of trouble. */
    record Kind(String type, int seen, int fixed) {}

    OwnerFigures {
        months = List.copyOf(months);
        kinds = List.copyOf(kinds);
    }

    int most() {
        return months.stream().mapToInt(Month::seen).max().orElse(0);
    }
}
