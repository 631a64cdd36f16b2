package az.qalxan.engines.plan;

import org.jspecify.annotations.Nullable;

/**
 * When a measure runs, as the plan says it.
 *
 * @param printed the words of the plan, for example "mütəmadi" or "2023 – 2024"
 * @param fromYear null where the plan names no year
 * @param untilYear the last year, inclusive; null where the plan sets no end
 */
public record Span(
        String printed, Kind kind, @Nullable Integer fromYear, @Nullable Integer untilYear) {

    /** How the period is given. */
    public enum Kind {
        /** From one year until another, or one year alone. */
        RANGE,
        /** Continuously or regularly, without an end. */
        ONGOING
    }

    public Span {
        if (fromYear != null && untilYear != null && fromYear > untilYear) {
            throw new IllegalArgumentException(fromYear + " comes after " + untilYear);
        }
        if (kind == Kind.RANGE && fromYear == null) {
            throw new IllegalArgumentException("a range has a first year");
        }
    }

    /** Whether the plan sets no end. */
    public boolean isOpen() {
        return untilYear == null;
    }

    /** Whether it runs in that year; an open period without a first year always runs. */
    public boolean includes(int year) {
        return (fromYear == null || fromYear <= year) && (untilYear == null || year <= untilYear);
    }
}
