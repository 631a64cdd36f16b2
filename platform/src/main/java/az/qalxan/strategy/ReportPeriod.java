package az.qalxan.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter or a year that a report is about.
 *
 * @param quarter 1 to 4; 0 for the whole year
 */
public record ReportPeriod(int year, int quarter) implements Comparable<ReportPeriod> {

    private static final Pattern CODE = Pattern.compile("(20[0-9]{2})(?:Q([1-4]))?");
    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;

    public ReportPeriod {
        if (quarter < 0 || quarter > QUARTERS) {
            throw new IllegalArgumentException("a year has four quarters");
        }
    }

    /** Reads {@code 2026Q3} or {@code 2026}; small letters are taken too. */
    public static Optional<ReportPeriod> read(String code) {
        Matcher found = CODE.matcher(code.strip().toUpperCase(java.util.Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        String quarter = found.group(2);
        return Optional.of(
                new ReportPeriod(
                        Integer.parseInt(found.group(1)),
                        quarter == null ? 0 : Integer.parseInt(quarter)));
    }

    /** The last quarter that was over before that day. */
    public static ReportPeriod lastBefore(LocalDate day) {
        LocalDate then = day.minusMonths(MONTHS);
        return new ReportPeriod(then.getYear(), (then.getMonthValue() + MONTHS - 1) / MONTHS);
    }

    public String code() {
        return quarter == 0 ? String.valueOf(year) : year + "Q" + quarter;
    }

    public boolean ofYear() {
        return quarter == 0;
    }

    public LocalDate from() {
        return quarter == 0
                ? LocalDate.of(year, 1, 1)
                : LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1);
    }

    /** The first day after it. */
    public LocalDate end() {
        return quarter == 0 ? from().plusYears(1) : from().plusMonths(MONTHS);
    }

    public LocalDate lastDay() {
        return end().minusDays(1);
    }

    public Instant begins(ZoneId zone) {
        return from().atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant ends(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    /** The one of the same kind before. */
    public ReportPeriod before() {
        if (quarter == 0) {
            return new ReportPeriod(year - 1, 0);
        }
        return quarter == 1
                ? new ReportPeriod(year - 1, QUARTERS)
                : new ReportPeriod(year, quarter - 1);
    }

    @Override
    public int compareTo(ReportPeriod other) {
        int byEnd = end().compareTo(other.end());
        return byEnd == 0 ? Integer.compare(other.quarter, quarter) : byEnd;
    }
}
