package az.qalxan.engines.synthesis;

import org.jspecify.annotations.Nullable;

/** How a typist writes the letters of the Latin alphabet. */
final class Lettering {

    private static final int TABLE_CHARS = 0x260;
    private static final String LATIN = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzw";
    private static final String ENGLISH = "abccdeefgghxiijkqlmnooprsstuuvyzw";
    private static final String CYRILLIC = "абҹчдеәфҝғһхыижкглмноөпрсштуүвјзв";
    private static final String RUSSIAN = "аб чдеяфггххыижкглмноопрсштуувйзв";
    private static final @Nullable String[] NONE = new String[TABLE_CHARS];
    private static final @Nullable String[] ASCII = table(ENGLISH);
    private static final @Nullable String[] DIGRAPH = digraphs();
    private static final @Nullable String[] CYRILLIC_KEYS = table(CYRILLIC);
    private static final @Nullable String[] RUSSIAN_KEYS = table(RUSSIAN);

    private Lettering() {}

    /** What is written for each character of the Latin blocks; null for the character itself. */
    static @Nullable String[] table(Typing.Letters letters) {
        return switch (letters) {
            case CLEAN -> NONE;
            case ASCII -> ASCII;
            case DIGRAPH -> DIGRAPH;
            case CYRILLIC -> CYRILLIC_KEYS;
            case RUSSIAN_KEYS -> RUSSIAN_KEYS;
        };
    }

    private static @Nullable String[] digraphs() {
        @Nullable String[] table = table(ENGLISH);
        set(table, 'ş', "sh");
        set(table, 'ç', "ch");
        return table;
    }

    private static @Nullable String[] table(String target) {
        @Nullable String[] table = new String[TABLE_CHARS];
        for (int i = 0; i < LATIN.length(); i++) {
            char written = target.charAt(i);
            if (written != LATIN.charAt(i)) {
                // A Russian keyboard has no letter for the sound of c: two are typed.
                set(table, LATIN.charAt(i), written == ' ' ? "дж" : String.valueOf(written));
            }
        }
        return table;
    }

    private static void set(@Nullable String[] table, char small, String written) {
        table[small] = written;
        table[Tongue.AZ.upper(small)] =
                Tongue.EN.upper(written.charAt(0)) + written.substring(1);
    }
}
