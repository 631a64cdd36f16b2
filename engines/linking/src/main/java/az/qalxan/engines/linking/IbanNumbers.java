package az.qalxan.engines.linking;

import java.util.HashMap;
import java.util.Map;

/** International bank account numbers: length per country and the check digits of ISO 13616. */
final class IbanNumbers {

    static final int CHARS_MIN = 15;
    static final int CHARS_MAX = 33;

    private static final Map<String, Integer> LENGTHS = lengths();

    private IbanNumbers() {}

    /** Number of characters for a country code in capitals, or 0 if it issues none. */
    static int length(String country) {
        return LENGTHS.getOrDefault(country, 0);
    }

    /** Whether a string of capitals and digits is a valid IBAN. */
    static boolean isValid(String iban) {
        return iban.length() >= CHARS_MIN
                && length(iban.substring(0, 2)) == iban.length()
                && remainder(iban) == 1;
    }

    private static int remainder(String iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            remainder = (value < 10 ? remainder * 10 + value : remainder * 100 + value) % 97;
        }
        return remainder;
    }

    private static Map<String, Integer> lengths() {
        String table =
                """
                15 NO
                16 BE
                18 DK FI FK FO GL NL SD
                19 MK SI
                20 AT BA EE KZ LT LU MN XK
                21 CH HR LI LV
                22 BG BH CR DE GB GE IE ME RS VA
                23 AE GI IL IQ OM SO TL
                24 AD CZ ES MD PK RO SA SE SK TN VG
                25 LY PT ST
                26 IS TR
                27 BI DJ FR GR IT MC MR SM
                28 AL AZ BY CY DO GT HN HU LB NI PL SV
                29 BR EG PS QA UA
                30 JO KW MU YE
                31 MT SC
                32 LC
                33 RU
                """;
        Map<String, Integer> lengths = new HashMap<>();
        for (String line : table.lines().toList()) {
            String[] cells = line.split(" ", -1);
            for (int i = 1; i < cells.length; i++) {
                lengths.put(cells[i], Integer.valueOf(cells[0]));
            }
        }
        return Map.copyOf(lengths);
    }
}
