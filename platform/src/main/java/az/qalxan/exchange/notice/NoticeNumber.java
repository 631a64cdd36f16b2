package az.qalxan.exchange.notice;

import java.util.random.RandomGenerator;

/**
 * The number of a notice, for example {@code BLD-2026-7KQ4MX9T}: drawn by lot, so that it tells
 * nothing and no gap tells of others.
 */
final class NoticeNumber {

    private static final String SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ";
    private static final int DRAWN = 8;

    private NoticeNumber() {}

    static boolean fits(String text) {
        return text.matches("BLD-[0-9]{4}-[2-9BCDFGHJ-NP-TV-Z]{8}");
    }

    static String drawn(int year, RandomGenerator random) {
        StringBuilder number = new StringBuilder("BLD-").append(year).append('-');
        for (int i = 0; i < DRAWN; i++) {
            number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
