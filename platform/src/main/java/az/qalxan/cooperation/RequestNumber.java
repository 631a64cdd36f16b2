package az.qalxan.cooperation;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of a request, for example {@code S-2026-482913075}: S for sorğu, the year, and nine
 * digits drawn by lot, because a gap in a count would tell of a request out of sight.
 */
public record RequestNumber(String value) {

    private static final Pattern FORM = Pattern.compile("S-[0-9]{4}-[0-9]{9}");
    private static final int DRAWN_BELOW = 1_000_000_000;

    /**
     * @throws IllegalArgumentException when it has another form
     */
    public RequestNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a request's number: " + value);
        }
    }

    /** Whether a text has the form of a request's number. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    static RequestNumber drawn(int year, RandomGenerator random) {
        return new RequestNumber(
                String.format(Locale.ROOT, "S-%d-%09d", year, random.nextInt(DRAWN_BELOW)));
    }

    @Override
    public String toString() {
        return value;
    }
}
