package az.qalxan.engines.synthesis;

import org.jspecify.annotations.Nullable;

/** Writes a letter of the Latin alphabet with the letters that a typist uses. */
final class Lettering {

    private static final String LATIN = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzw";
    private static final String CYRILLIC = "абҹчдеәфҝғһхыижкглмноөпрсштуүвјзв";
    private static final String RUSSIAN = "аб чдеяфггххыижкглмноопрсштуувйзв";
    private static final @Nullable String[] CYRILLIC_OF = table(CYRILLIC);
    private static final @Nullable String[] RUSSIAN_OF = table(RUSSIAN);
    private static final int TABLE_CHARS = 0x260;

    private Lettering() {}

    static void append(StringBuilder out, Typing.Letters letters, char c) {
        switch (letters) {
            case CLEAN -> out.append(c);
            case ASCII -> out.append(plain(c));
            case DIGRAPH -> digraph(out, c);
            case CYRILLIC -> mapped(out, CYRILLIC_OF, c);
            case RUSSIAN_KEYS -> mapped(out, RUSSIAN_OF, c);
        }
    }

    private static char plain(char c) {
        return switch (c) {
            case 'ə' -> 'e';
            case 'Ə' -> 'E';
            case 'ı' -> 'i';
            case 'İ' -> 'I';
            case 'ö' -> 'o';
            case 'Ö' -> 'O';
            case 'ü' -> 'u';
            case 'Ü' -> 'U';
            case 'ğ' -> 'g';
            case 'Ğ' -> 'G';
            case 'ş' -> 's';
            case 'Ş' -> 'S';
            case 'ç' -> 'c';
            case 'Ç' -> 'C';
            default -> c;
        };
    }

    private static void digraph(StringBuilder out, char c) {
        switch (c) {
            case 'ş' -> out.append("sh");
            case 'Ş' -> out.append("Sh");
            case 'ç' -> out.append("ch");
            case 'Ç' -> out.append("Ch");
            default -> out.append(plain(c));
        }
    }

    private static void mapped(StringBuilder out, @Nullable String[] table, char c) {
        @Nullable String letter = c < table.length ? table[c] : null;
        if (letter == null) {
            out.append(c);
        } else {
            out.append(letter);
        }
    }

    private static @Nullable String[] table(String target) {
        @Nullable String[] table = new String[TABLE_CHARS];
        for (int i = 0; i < LATIN.length(); i++) {
            // The Russian keyboard writes the sound of c with two letters.
            String small = target.charAt(i) == ' ' ? "дж" : target.substring(i, i + 1);
            char latin = LATIN.charAt(i);
            table[latin] = small;
            table[Tongue.AZ.upper(latin)] =
                    Character.toUpperCase(small.charAt(0)) + small.substring(1);
        }
        return table;
    }
}
