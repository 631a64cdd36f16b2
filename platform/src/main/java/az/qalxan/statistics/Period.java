package az.qalxan.statistics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The days that figures cover, both ends included and in order; at most ten years. */
public record Period(LocalDate from, LocalDate to) {

    private static final int DAYS_MAX = 3_660;
    private static final int DAYS_USUALLY = 90;
    private static final int DAYS_DRAWN_SINGLY_MAX = 120;

    /** Puts the days in order and leaves out the oldest of too many. */
    public Period {
        if (to.isBefore(from)) {
            LocalDate swap = from;
            from = to;
            to = swap;
        }
        if (ChronoUnit.DAYS.between(from, to) > DAYS_MAX) {
            from = to.minusDays(DAYS_MAX);
        }
    }

    /** The asked period; what cannot be read is the last 90 days. */
    static Period read(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = day(to, today);
        return new Period(day(from, last.minusDays(DAYS_USUALLY - 1)), last);
    }

    /** The typed day; what cannot be read is the other. */
    public static LocalDate day(@Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** The step of a line over time that keeps it readable: {@code day}, {@code week} or month. */
    String step() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days <= DAYS_DRAWN_SINGLY_MAX) {
            return "day";
        }
        return days <= 3L * 366 ? "week" : "month";
    }
}
