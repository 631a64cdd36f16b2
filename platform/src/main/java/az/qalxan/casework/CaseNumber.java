package az.qalxan.casework;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a case, for example {@code K-2026-000123}: K for kibercinayət, year, count. */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("K-[0-9]{4}-[0-9]{6,9}");

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

    static CaseNumber of(int year, long count) {
        return new CaseNumber(String.format(Locale.ROOT, "K-%d-%06d", year, count));
    }

    @Override
    public String toString() {
        return value;
    }
}
