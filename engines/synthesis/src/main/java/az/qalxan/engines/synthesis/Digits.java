package az.qalxan.engines.synthesis;

/** Decimal digits of fixed width, and the check digits over them. */
final class Digits {

    private Digits() {}

    /** {@code value} with leading zeros. */
    static String padded(long value, int width) {
        char[] chars = new char[width];
        long rest = value;
        for (int i = width - 1; i >= 0; i--) {
            chars[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(chars);
    }

    /** The digit that completes a number after ISO/IEC 7812-1, annex B. */
    static char luhn(String payload) {
        int sum = 0;
        for (int i = 0; i < payload.length(); i++) {
            int digit = payload.charAt(payload.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** The two check digits of an IBAN (ISO 13616, ISO/IEC 7064 MOD 97-10). */
    static String ibanCheck(String country, String account) {
        int rest = 0;
        String all = account + country + "00";
        for (int i = 0; i < all.length(); i++) {
            int value = Character.digit(all.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return padded(98 - rest, 2);
    }
}
