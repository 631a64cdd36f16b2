package az.qalxan.operators;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of an order, for example {@code AZ-DIN-K7M2QXA}: it has the form of an LDID (TS 103
 * 280), and its last part is drawn by lot, because a count would tell of orders out of sight.
 */
record OrderNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[A-Z0-9-]{1,40}-[A-Z0-9]{7}");
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int DRAWN = 7;

    /**
     * @throws IllegalArgumentException when it has another form
     */
    OrderNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an order's number: " + value);
        }
    }

    static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    static OrderNumber drawn(String state, String body, RandomGenerator random) {
        StringBuilder last = new StringBuilder();
        for (int i = 0; i < DRAWN; i++) {
            last.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new OrderNumber((state + "-" + body).toUpperCase(Locale.ROOT) + "-" + last);
    }

    @Override
    public String toString() {
        return value;
    }
}
