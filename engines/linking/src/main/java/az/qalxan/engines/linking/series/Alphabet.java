package az.qalxan.engines.linking.series;

/**
 * One plain letter for every letter of the Latin and Cyrillic alphabets in which Azerbaijani,
 * Turkish, Russian and English are typed, so that {@code şəxs}, {@code sexs}, {@code shexs} and
 * {@code шəхс} meet. Letters that one of the ways of typing cannot tell apart become the same.
 */
final class Alphabet {

    /** What is no letter. */
    static final char NONE = 0;

    /** What stands between letters without ending the word: marks and soft signs. */
    static final char DROPPED = 1;

    private static final String LATIN = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZWÂÎÛÉ";
    private static final String LATIN_SMALL = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzwâîûé";
    private static final String LATIN_PLAIN = "abccdeefgghhiijkglmnooprsstuuvyzvaiue";

    private static final String CYRILLIC = "АБВГҒДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҸӘҜҺӨҮЈ";
    private static final String CYRILLIC_SMALL = "абвгғдеёжзийклмнопрстуфхцчшщъыьэюяҹәҝһөүј";
    private static final String CYRILLIC_PLAIN =
            "abvggdeejziyklmnoprstufhccss\u0001i\u0001eueceghouy";

    private static final int TABLE_CHARS = 0x530;
    private static final char[] PLAIN = table();

    private Alphabet() {}

    private static char[] table() {
        char[] plain = new char[TABLE_CHARS];
        fill(plain, LATIN, LATIN_PLAIN);
        fill(plain, LATIN_SMALL, LATIN_PLAIN);
        fill(plain, CYRILLIC, CYRILLIC_PLAIN);
        fill(plain, CYRILLIC_SMALL, CYRILLIC_PLAIN);
        for (char mark = 0x300; mark < 0x370; mark++) {
            plain[mark] = DROPPED;
        }
        plain['ǝ'] = 'e';
        plain['Ǝ'] = 'e';
        return plain;
    }

    private static void fill(char[] plain, String letters, String targets) {
        for (int i = 0; i < letters.length(); i++) {
            plain[letters.charAt(i)] = targets.charAt(i);
        }
    }

    /** The plain letter a to z, {@link #DROPPED}, {@link #NONE}, or a letter of another script. */
    static char plain(char c) {
        if (c < TABLE_CHARS && PLAIN[c] != NONE) {
            return PLAIN[c];
        }
        if (c < 0x80 || !Character.isLetter(c)) {
            return c >= 0x200B && c <= 0x200F || c == 0xAD ? DROPPED : NONE;
        }
        boolean wide = c >= 0xFF21 && c <= 0xFF5A;
        return wide ? plain((char) (c - 0xFEE0)) : Character.toLowerCase(c);
    }
}
