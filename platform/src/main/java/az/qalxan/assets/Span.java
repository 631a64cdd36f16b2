package az.qalxan.assets;

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
record Span(int count, Unit unit) {

    static final int COUNT_MAX = 10_000;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5}) (minutes|hours|days)");

    /** What is counted. */
    enum Unit {
        MINUTES,
        HOURS,
        DAYS
    }

    Span {
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException("a span of 1 to 10,000 units, not " + count);
        }
    }

    /**
     * Reads {@code 60 minutes}.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    static Span parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a span is written 60 minutes, not " + text);
        }
        return new Span(
                Integer.parseInt(form.group(1)),
                Unit.valueOf(form.group(2).toUpperCase(Locale.ROOT)));
    }

    Instant after(Instant start, ZoneId zone) {
        return switch (unit) {
            case MINUTES -> start.plus(Duration.ofMinutes(count));
            case HOURS -> start.plus(Duration.ofHours(count));
            case DAYS -> start.atZone(zone).plusDays(count).toInstant();
        };
    }

    Instant before(Instant end, ZoneId zone) {
        return switch (unit) {
            case MINUTES -> end.minus(Duration.ofMinutes(count));
            case HOURS -> end.minus(Duration.ofHours(count));
            case DAYS -> end.atZone(zone).minusDays(count).toInstant();
        };
    }

    /** The name of the unit; message key {@code assets.unit.<code>}. */
    String code() {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
