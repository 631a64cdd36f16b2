package az.qalxan.engines.linking.record;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Folds names and words to small ASCII letters and digits: no diacritics, Azerbaijani letters by
 * their usual plain form, Cyrillic (Russian and Azerbaijani) by its usual Latin one. What has none
 * of these stays as it is, in small letters.
 */
final class Letters {

    private static final int TABLE_CHARS = 0x530;
    private static final String GAP = " ";
    private static final String RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] RUSSIAN_LATIN = {
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r",
        "s", "t", "u", "f", "x", "ts", "ch", "sh", "sh", "", "i", "", "e", "yu", "ya"
    };
    private static final String AZERBAIJANI = "әғҝөүһҹј";
    private static final String[] AZERBAIJANI_LATIN = {"e", "g", "g", "o", "u", "h", "c", "y"};
    private static final String OTHERS = "əışçßæøłđþœ'’ʼ`´";
    private static final String[] OTHERS_LATIN = {
        "e", "i", "sh", "ch", "ss", "ae", "o", "l", "d", "th", "oe", "", "", "", "", ""
    };
    private static final @Nullable String[] TABLE = table();

    private Letters() {}

    /** The words of a text, folded, with single spaces between them. */
    static String words(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 4);
        fold(text, folded, GAP);
        int end = folded.length();
        if (end > 0 && folded.charAt(end - 1) == ' ') {
            folded.setLength(end - 1);
        }
        return folded.toString();
    }

    /** The same without any space. */
    static String joined(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 4);
        fold(text, folded, "");
        return folded.toString();
    }

    private static void fold(String text, StringBuilder folded, String gap) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String plain = c < TABLE_CHARS ? TABLE[c] : null;
            if (plain == null) {
                foldRare(text.substring(i), folded, gap);
                return;
            }
            append(folded, plain, gap);
        }
    }

    private static void append(StringBuilder folded, String plain, String gap) {
        if (plain != GAP) {
            folded.append(plain);
        } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(gap);
        }
    }

    private static void foldRare(String text, StringBuilder folded, String gap) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        int next = 0;
        while (next < parts.length()) {
            int read = parts.codePointAt(next);
            next += Character.charCount(read);
            int point = Character.toLowerCase(read);
            String plain = point < TABLE_CHARS ? TABLE[point] : null;
            if (plain != null) {
                append(folded, plain, gap);
            } else if (Character.isLetterOrDigit(point)) {
                folded.appendCodePoint(point);
            } else if (!isMark(point) && Character.getType(point) != Character.FORMAT) {
                append(folded, GAP, gap);
            }
        }
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Null stands for what only the slow way can fold. */
    private static @Nullable String[] table() {
        @Nullable String[] table = new String[TABLE_CHARS];
        for (char c = 0; c < TABLE_CHARS; c++) {
            table[c] = plain(c);
        }
        set(table, RUSSIAN, RUSSIAN_LATIN);
        set(table, AZERBAIJANI, AZERBAIJANI_LATIN);
        set(table, OTHERS, OTHERS_LATIN);
        table['İ'] = "i";
        return table;
    }

    private static void set(@Nullable String[] table, String letters, String[] latin) {
        for (int i = 0; i < latin.length; i++) {
            char small = letters.charAt(i);
            if (small < TABLE_CHARS) {
                table[small] = latin[i];
                table[Character.toUpperCase(small)] = latin[i];
            }
        }
        table['I'] = "i";
        table['S'] = "s";
    }

    private static @Nullable String plain(char c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c)
                    ? String.valueOf(Character.toLowerCase(c))
                    : c == '\'' || c == '`' ? "" : GAP;
        }
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char base = parts.charAt(0);
        if (isMark(c)) {
            return "";
        }
        if (base < 0x80 && Character.isLetterOrDigit(base)) {
            return String.valueOf(Character.toLowerCase(base));
        }
        if (Character.isLetterOrDigit(c)) {
            return String.valueOf(Character.toLowerCase(c));
        }
        return Character.getType(c) == Character.FORMAT ? "" : GAP;
    }
}
