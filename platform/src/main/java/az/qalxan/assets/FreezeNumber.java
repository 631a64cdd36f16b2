package az.qalxan.assets;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of a freeze, for example {@code D-2026-482913075}: D for dondurma, the year, and nine
 * digits drawn by lot, because a gap in a count would tell of a freeze out of sight.
 */
public record FreezeNumber(String value) {

    private static final Pattern FORM = Pattern.compile("D-[0-9]{4}-[0-9]{9}");
    private static final int DRAWN_BELOW = 1_000_000_000;

    /**
     * @throws IllegalArgumentException when it has another form
     */
    public FreezeNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a freeze's number: " + value);
        }
    }

    static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    static FreezeNumber drawn(int year, RandomGenerator random) {
        return new FreezeNumber(
                String.format(Locale.ROOT, "D-%d-%09d", year, random.nextInt(DRAWN_BELOW)));
    }

    @Override
    public String toString() {
        return value;
    }
}
