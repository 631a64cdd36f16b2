package az.qalxan.engines.language;

/** Letters as the table of n-grams knows them: small, and without the dotless i. */
final class LetterTable {

    static final char DROPPED = '\uFFFF';
    static final char DOT_ABOVE = '\u0307';

    /** At most so many letters on each own one, else the message counts as typed without. */
    static final int LETTERS_FOR_OWN = 30;

    private static final int SIZE = 0x530;
    private static final String OWN = "əƏöÖüÜşŞçÇğĞıİ\u04D9\u04D8";
    private static final char[] PLAIN = table();
    private static final boolean[] IS_OWN = own();

    private LetterTable() {}

    /**
     * The small form of a letter. Capital I and small ı both become i, so that case never counts; a
     * combining dot is dropped.
     */
    static char plain(char letter) {
        return letter < SIZE ? PLAIN[letter] : Character.toLowerCase(letter);
    }

    static boolean isLatin(char plain) {
        return (plain >= 'a' && plain <= 'z') || (plain >= 0xAA && plain <= 0x24F) || plain == 'ə';
    }

    static boolean isCyrillic(char plain) {
        return plain >= 0x400 && plain < SIZE;
    }

    /** Whether only the Azerbaijani or Turkish alphabet has the letter. */
    static boolean isOwn(char letter) {
        return letter < SIZE && IS_OWN[letter];
    }

    /** Whether the text may hold letters in parts, or dressed up as signs. */
    static boolean needsComposing(char sign) {
        return (sign >= 0x300 && sign < 0x370 && sign != DOT_ABOVE)
                || (sign >= 0x1D00 && sign < 0x2000)
                || (sign >= 0x2100 && sign < 0x2500)
                || (sign >= 0xD800 && sign < 0xE000)
                || sign >= 0xF900;
    }

    private static char[] table() {
        char[] plain = new char[SIZE];
        for (char letter = 0; letter < SIZE; letter++) {
            plain[letter] = Character.toLowerCase(letter);
        }
        plain['I'] = 'i';
        plain['İ'] = 'i';
        plain['ı'] = 'i';
        plain[DOT_ABOVE] = DROPPED;
        return plain;
    }

    private static boolean[] own() {
        boolean[] own = new boolean[SIZE];
        for (int i = 0; i < OWN.length(); i++) {
            own[OWN.charAt(i)] = true;
        }
        return own;
    }
}
