package az.qalxan.exchange.advisory;

import java.util.random.RandomGenerator;

/** The number of an advisory, for example {@code QLX-2026-7KQ4MX9T}: drawn by lot. */
final class AdvisoryNumber {

    private static final String SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ";
    private static final int DRAWN = 8;

    private AdvisoryNumber() {}

    static String drawn(int year, RandomGenerator random) {
        StringBuilder number = new StringBuilder("QLX-").append(year).append('-');
        for (int i = 0; i < DRAWN; i++) {
            number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
