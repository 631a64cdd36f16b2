package az.qalxan.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time of the pack. Minutes and hours pass exactly; a day ends at the same time of the
 * day where it is counted.
 */
record Wait(int count, Unit unit) {

    static final int COUNT_MAX = 10_000;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5}) (minutes|hours|days)");

    /** What is counted. */
    enum Unit {
        MINUTES,
        HOURS,
        DAYS
    }

    Wait {
        if (count < 0 || count > COUNT_MAX) {
            throw new IllegalArgumentException("0 to 10,000 units, not " + count);
        }
    }

    /**
     * Reads {@code 15 minutes}.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    static Wait parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a time is written 15 minutes, not " + text);
        }
        return new Wait(
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
}
