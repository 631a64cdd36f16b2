package az.qalxan.engines.linking.record;

import java.util.List;

/**
 * Phones: the digits of the national number, without the calling codes of Azerbaijan, Turkey and
 * Russia and without trunk prefixes.
 */
final class PhoneComparison implements Comparison {

    private static final int SUBSCRIBER_DIGITS = 7;

    @Override
    public String fold(String cell) {
        StringBuilder digits = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            int digit = Character.digit(cell.charAt(i), 10);
            if (digit >= 0 && !(digit == 0 && digits.isEmpty())) {
                digits.append((char) ('0' + digit));
            }
        }
        return national(digits.toString());
    }

    private static String national(String digits) {
        int length = digits.length();
        if (length == 12 && digits.startsWith("994")) {
            return digits.substring(3);
        }
        if (length == 12 && digits.startsWith("90")) {
            return digits.substring(2);
        }
        boolean russian = length == 11 && (digits.charAt(0) == '7' || digits.charAt(0) == '8');
        return russian ? digits.substring(1) : digits;
    }

    @Override
    public Level level(ValuePool pool, int first, int second) {
        if (sameSubscriber(pool, first, second)) {
            return Level.VARIANT;
        }
        if (Similarity.oneSlip(pool, first, second)) {
            return Level.SLIP;
        }
        return Similarity.twoSlips(pool, first, second) ? Level.NEAR : Level.DIFFERENT;
    }

    private static boolean sameSubscriber(ValuePool pool, int first, int second) {
        if (Math.min(pool.length(first), pool.length(second)) < SUBSCRIBER_DIGITS) {
            return false;
        }
        byte[] bytes = pool.bytes();
        for (int i = 1; i <= SUBSCRIBER_DIGITS; i++) {
            if (bytes[pool.end(first) - i] != bytes[pool.end(second) - i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Expectation expectation() {
        return Expectation.of(0.75, 0.02, 0, 0.06, 0.02);
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.whole(), new Feature("last digits", PhoneComparison::end));
    }

    private static String end(String value) {
        int kept = SUBSCRIBER_DIGITS - 2;
        return value.length() <= kept ? "" : value.substring(value.length() - kept);
    }
}
