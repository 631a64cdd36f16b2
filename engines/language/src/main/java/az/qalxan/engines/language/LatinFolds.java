package az.qalxan.engines.language;

import java.text.Normalizer;

/** Table of plain forms for the Latin letters, so that ordinary text folds without allocation. */
final class LatinFolds {

    /** Size of the table: Basic Latin to the end of the IPA letters (U+0000 to U+02AF). */
    static final int SIZE = 0x2B0;

    /** Marks a character that has no single plain letter in the table. */
    static final char NONE = '\uFFFF';

    /** Marks a character that folding removes. */
    static final char DROPPED = '\uFFFE';

    static final char[] PLAIN = table();

    private static final String AZERBAIJANI = "əƏǝƎıİIşŞçÇğĞöÖüÜ";
    private static final String AZERBAIJANI_PLAIN = "eeeeiiissccggoouu";

    private LatinFolds() {}

    /** The spelling of a letter that does not decompose, or an empty string. */
    static String spelled(int point) {
        return switch (point) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ø', 'Ø' -> "o";
            case 'đ', 'Đ' -> "d";
            case 'ł', 'Ł' -> "l";
            case 'ə', 'Ə', 'ǝ', 'Ǝ' -> "e";
            case 'ı', 'I' -> "i";
            default -> "";
        };
    }

    /** Whether the character shows nothing: format, zero-width, bidirectional, variation. */
    static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0;
    }

    private static char[] table() {
        char[] plain = new char[SIZE];
        for (char letter = 0; letter < SIZE; letter++) {
            plain[letter] = plainOf(letter);
        }
        for (int i = 0; i < AZERBAIJANI.length(); i++) {
            plain[AZERBAIJANI.charAt(i)] = AZERBAIJANI_PLAIN.charAt(i);
        }
        return plain;
    }

    private static char plainOf(char letter) {
        if (isInvisible(letter)) {
            return DROPPED;
        }
        String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        char first = Character.toLowerCase(parts.charAt(0));
        return letter < 0x80 || isOneAsciiLetter(parts, first) ? first : NONE;
    }

    private static boolean isOneAsciiLetter(String parts, char first) {
        return parts.length() > 1 && first >= 'a' && first <= 'z';
    }
}
