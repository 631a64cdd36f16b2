package az.qalxan.strategy.timeline;

import az.qalxan.engines.plan.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The years of the axis.
 *
 * @param first begins with its 1 January
 * @param last ends with its 31 December
 */
public record Years(int first, int last) {

    private static final int YEARS_MAX = 40;

    /** From the first to the last year that a period names, and at least this year. */
    public static Years of(Collection<Span> spans, @Nullable LocalDate approved, LocalDate today) {
        int first = approved == null ? today.getYear() : approved.getYear();
        int last = today.getYear();
        for (Span span : spans) {
            Integer from = span.fromYear();
            Integer until = span.untilYear();
            first = from == null ? first : Math.min(first, from);
            last = Math.max(last, until == null ? from == null ? last : from : until);
        }
        return new Years(first, Math.min(last, first + YEARS_MAX - 1));
    }

    int count() {
        return last - first + 1;
    }

    /** Where the day lies between 0, the begin, and 1, the end. */
    double share(LocalDate day) {
        LocalDate begin = LocalDate.of(first, 1, 1);
        double days = ChronoUnit.DAYS.between(begin, LocalDate.of(last + 1, 1, 1));
        return Math.clamp(ChronoUnit.DAYS.between(begin, day) / days, 0, 1);
    }
}
