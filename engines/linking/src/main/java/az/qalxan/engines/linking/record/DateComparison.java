package az.qalxan.engines.linking.record;

import java.util.List;

/** Dates, written year first or day first, with or without separators; folded to eight digits. */
final class DateComparison implements Comparison {

    private static final int DIGITS = 8;

    @Override
    public String fold(String cell) {
        String[] parts = parts(cell);
        if (parts.length >= 3) {
            if (parts[0].length() == 4) {
                return parts[0] + two(parts[1]) + two(parts[2]);
            }
            if (parts[2].length() == 4) {
                boolean monthFirst = two(parts[1]).compareTo("12") > 0;
                return parts[2] + two(parts[monthFirst ? 0 : 1]) + two(parts[monthFirst ? 1 : 0]);
            }
        }
        return String.join("", parts);
    }

    /** The runs of digits. */
    private static String[] parts(String cell) {
        StringBuilder digits = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            int digit = Character.digit(cell.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (!digits.isEmpty() && digits.charAt(digits.length() - 1) != ' ') {
                digits.append(' ');
            }
        }
        return digits.toString().strip().split(" ", -1);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (Similarity.oneSlip(pool, first, second)) {
            return Level.SLIP;
        }
        if (pool.length(first) != DIGITS || pool.length(second) != DIGITS) {
            return Similarity.twoSlips(pool, first, second) ? Level.ALIKE : Level.DIFFERENT;
        }
        byte[] bytes = pool.bytes();
        int a = pool.start(first);
        int b = pool.start(second);
        boolean year = two(bytes, a, b) && two(bytes, a + 2, b + 2);
        boolean month = two(bytes, a + 4, b + 4);
        boolean day = two(bytes, a + 6, b + 6);
        if (year && two(bytes, a + 4, b + 6) && two(bytes, a + 6, b + 4)) {
            return Level.VARIANT;
        }
        if (year ? month || day : month && day) {
            return Level.NEAR;
        }
        if (Similarity.twoSlips(pool, first, second)) {
            return Level.ALIKE;
        }
        return year ? Level.PART : Level.DIFFERENT;
    }

    private static boolean two(byte[] bytes, int a, int b) {
        return bytes[a] == bytes[b] && bytes[a + 1] == bytes[b + 1];
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.84, 0.01, 0, 0.06, 0.03, 0.02, 0.01);
    }

    @Override
    public List<Feature> features() {
        return List.of(
                Feature.whole(),
                new Feature("year", value -> part(value, 0, 4)),
                new Feature("day and month", DateComparison::dayAndMonth));
    }

    private static String part(String value, int start, int end) {
        return value.length() == DIGITS ? value.substring(start, end) : "";
    }

    /** The same when the two were exchanged. */
    private static String dayAndMonth(String value) {
        String month = part(value, 4, 6);
        String day = part(value, 6, DIGITS);
        return month.compareTo(day) < 0 ? month + day : day + month;
    }
}
