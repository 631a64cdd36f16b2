package az.qalxan.jurisdiction;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as a rule gives it. Minutes and hours pass exactly; a day ends at the same time
 * of the day where the rule holds, whatever the clocks there did meanwhile.
 */
public record Span(int count, Unit unit) {

    public static final int COUNT_MAX = 10_000;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5}) (minutes|hours|days)");

    /** What is counted. */
    public enum Unit {
        MINUTES,
        HOURS,
        DAYS
    }

    /** Refuses other counts than 0 to {@link #COUNT_MAX}. */
    public Span {
        if (count < 0 || count > COUNT_MAX) {
            throw new IllegalArgumentException("a span of 0 to 10,000 units, not " + count);
        }
    }

    /**
     * Reads {@code 60 minutes}.
     *
     * @throws IllegalArgumentException when it is written otherwise, or is none
     */
    public static Span parse(String text) {
        Span span = parseOrNone(text);
        if (span.count() == 0) {
            throw new IllegalArgumentException("a span of 1 to 10,000 units, not 0");
        }
        return span;
    }

    /**
     * Reads {@code 60 minutes}, or {@code 0 minutes} for at once.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static Span parseOrNone(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a span is written 60 minutes, not " + text);
        }
        return new Span(
                Integer.parseInt(form.group(1)),
                Unit.valueOf(form.group(2).toUpperCase(Locale.ROOT)));
    }

    /** The moment so long after the start. */
    public Instant after(Instant start, ZoneId zone) {
        return switch (unit) {
            case MINUTES -> start.plus(Duration.ofMinutes(count));
            case HOURS -> start.plus(Duration.ofHours(count));
            case DAYS -> start.atZone(zone).plusDays(count).toInstant();
        };
    }

    /** The moment so long before the end. */
    public Instant before(Instant end, ZoneId zone) {
        return switch (unit) {
            case MINUTES -> end.minus(Duration.ofMinutes(count));
            case HOURS -> end.minus(Duration.ofHours(count));
            case DAYS -> end.atZone(zone).minusDays(count).toInstant();
        };
    }

    /** The name of the unit; for message keys. */
    public String code() {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
