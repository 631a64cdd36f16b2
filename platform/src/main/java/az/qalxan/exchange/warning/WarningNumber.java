package az.qalxan.exchange.warning;

import java.util.random.RandomGenerator;

/**
 * The number of a warning, for example {@code XBR-2026-7KQ4MX9T}, of a drill {@code
 * TLM-2026-7KQ4MX9T}: drawn by lot, so that it tells nothing but that it is a drill.
 */
final class WarningNumber {

    private static final String SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ";
    private static final int DRAWN = 8;

    private WarningNumber() {}

    static boolean fits(String text) {
        return text.matches("(XBR|TLM)-[0-9]{4}-[2-9BCDFGHJ-NP-TV-Z]{8}");
    }

    static String drawn(boolean drill, int year, RandomGenerator random) {
        StringBuilder number = new StringBuilder(drill ? "TLM-" : "XBR-").append(year).append('-');
        for (int i = 0; i < DRAWN; i++) {
            number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
