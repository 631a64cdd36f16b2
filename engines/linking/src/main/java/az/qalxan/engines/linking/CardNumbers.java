package az.qalxan.engines.linking;

/** Payment card numbers: issuer ranges, the Luhn check digit (ISO/IEC 7812-1) and the mask. */
final class CardNumbers {

    static final int DIGITS_MIN = 13;
    static final int DIGITS_MAX = 19;

    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;

    private CardNumbers() {}

    static boolean isValid(String digits) {
        return hasIssuer(digits) && hasLuhn(digits);
    }

    static String mask(String digits) {
        int hidden = digits.length() - SHOWN_FIRST - SHOWN_LAST;
        return digits.substring(0, SHOWN_FIRST)
                + "*".repeat(hidden)
                + digits.substring(digits.length() - SHOWN_LAST);
    }

    static boolean isMasked(String value) {
        if (value.length() < DIGITS_MIN || value.length() > DIGITS_MAX) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            boolean hidden = i >= SHOWN_FIRST && i < value.length() - SHOWN_LAST;
            char c = value.charAt(i);
            if (hidden ? c != '*' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Whether a network issues numbers of this length with this beginning. */
    private static boolean hasIssuer(String digits) {
        if (digits.length() < DIGITS_MIN || digits.length() > DIGITS_MAX) {
            return false;
        }
        int six = Integer.parseInt(digits.substring(0, 6));
        return switch (digits.length()) {
            case 15 -> isAmericanExpress(six);
            case 16 -> isVisa(six) || isMastercard(six) || isTroy(six) || isLong(six);
            case 17, 18, 19 -> isLong(six);
            default -> false;
        };
    }

    private static boolean isVisa(int six) {
        return six / 100_000 == 4;
    }

    private static boolean isAmericanExpress(int six) {
        return six / 10_000 == 34 || six / 10_000 == 37;
    }

    private static boolean isMastercard(int six) {
        int two = six / 10_000;
        return (two >= 51 && two <= 55) || (six >= 222_100 && six <= 272_099);
    }

    /** Turkey's national scheme. */
    private static boolean isTroy(int six) {
        return six / 100 == 9792;
    }

    /** Maestro, Mir and UnionPay issue 16 to 19 digits. */
    private static boolean isLong(int six) {
        int four = six / 100;
        return isMaestro(four) || (four >= 2200 && four <= 2204) || four / 100 == 62;
    }

    private static boolean isMaestro(int four) {
        return switch (four) {
            case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> true;
            default -> false;
        };
    }
}
