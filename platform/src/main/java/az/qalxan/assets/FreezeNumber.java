package az.qalxan.assets;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a freeze, for example {@code D-2026-000123}: D for dondurma, year, count. */
public record FreezeNumber(String value) {

    private static final Pattern FORM = Pattern.compile("D-[0-9]{4}-[0-9]{6,9}");

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

    static FreezeNumber of(int year, long count) {
        return new FreezeNumber(String.format(Locale.ROOT, "D-%d-%06d", year, count));
    }

    @Override
    public String toString() {
        return value;
    }
}
