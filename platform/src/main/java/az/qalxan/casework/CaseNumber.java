package az.qalxan.casework;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of a case, for example {@code K-2026-4829137}: K for kibercinayət, the year, and
 * digits drawn by lot. Counted numbers would show by their gaps that a case was opened out of
 * sight, and by their height how many there are.
 */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("K-[0-9]{4}-[0-9]{6,9}");
    private static final int DRAWN_BELOW = 10_000_000;

    /**
     * @throws IllegalArgumentException when it has another form
     */
    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case's number: " + value);
        }
    }

    /** Whether a text has the form of a case's number. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    static CaseNumber drawn(int year, RandomGenerator random) {
        return new CaseNumber(
                String.format(Locale.ROOT, "K-%d-%07d", year, random.nextInt(DRAWN_BELOW)));
    }

    @Override
    public String toString() {
        return value;
    }
}
