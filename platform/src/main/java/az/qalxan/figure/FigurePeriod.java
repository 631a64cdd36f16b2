package az.qalxan.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole month, quarter or year of the country's calendar.
 *
 * @param from its first day
 */
public record FigurePeriod(Step step, LocalDate from) implements Comparable<FigurePeriod> {

    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4]))?");

    public FigurePeriod {
        boolean starts =
                from.getDayOfMonth() == 1 && (from.getMonthValue() - 1) % step.months() == 0;
        if (!starts) {
            throw new IllegalArgumentException("no " + step.code() + " starts on " + from);
        }
    }

    /** Reads {@code 2026-10}, {@code 2026Q3} or {@code 2026}. */
    public static Optional<FigurePeriod> parse(String code) {
        Matcher read = CODE.matcher(code);
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(read.group(1));
            String month = read.group(2);
            String quarter = read.group(3);
            if (month != null) {
                return Optional.of(Step.MONTH.of(LocalDate.of(year, Integer.parseInt(month), 1)));
            }
            return Optional.of(
                    quarter == null
                            ? Step.YEAR.of(LocalDate.of(year, 1, 1))
                            : Step.QUARTER.of(
                                    LocalDate.of(year, Integer.parseInt(quarter) * 3, 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day after it. */
    public LocalDate end() {
        return from.plusMonths(step.months());
    }

    public LocalDate lastDay() {
        return end().minusDays(1);
    }

    public FigurePeriod before(int periods) {
        return new FigurePeriod(step, from.minusMonths((long) step.months() * periods));
    }

    /** The months of which it consists; of a month, itself. */
    public List<FigurePeriod> months() {
        List<FigurePeriod> months = new ArrayList<>();
        for (int i = 0; i < step.months(); i++) {
            months.add(new FigurePeriod(Step.MONTH, from.plusMonths(i)));
        }
        return months;
    }

    /** {@code 2026-10}, {@code 2026Q3} or {@code 2026}. */
    public String code() {
        return switch (step) {
            case MONTH -> from.toString().substring(0, "2026-10".length());
            case QUARTER -> from.getYear() + "Q" + (from.getMonthValue() + 2) / 3;
            case YEAR -> String.valueOf(from.getYear());
        };
    }

    public OffsetDateTime starts(ZoneId zone) {
        return from.atStartOfDay(zone).toOffsetDateTime();
    }

    /** The first moment after it. */
    public OffsetDateTime ends(ZoneId zone) {
        return end().atStartOfDay(zone).toOffsetDateTime();
    }

    @Override
    public int compareTo(FigurePeriod other) {
        int byDay = from.compareTo(other.from);
        return byDay == 0 ? step.compareTo(other.step) : byDay;
    }
}
