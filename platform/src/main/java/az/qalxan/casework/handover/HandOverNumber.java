package az.qalxan.casework.handover;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of the decision by which a case is handed over, for example {@code Q-2026-4829137}: Q
 * for qərar, the year, digits drawn by lot, as a case's number and for the same reason.
 */
record HandOverNumber(String value) {

    private static final Pattern FORM = Pattern.compile("Q-[0-9]{4}-[0-9]{7}");
    private static final int DRAWN_BELOW = 10_000_000;

    HandOverNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a hand-over's number: " + value);
        }
    }

    static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    static HandOverNumber drawn(int year, RandomGenerator random) {
        return new HandOverNumber(
                String.format(Locale.ROOT, "Q-%d-%07d", year, random.nextInt(DRAWN_BELOW)));
    }

    @Override
    public String toString() {
        return value;
    }
}
