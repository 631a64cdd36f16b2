package az.qalxan.engines.threatintel.csaf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** English words, and those of this field. */
final class English {

    private static final int CHARS_MAX = 100_000;
    private static final String MARKS = ".'‘’`~_";

    /** What stands between words; what has digits or capitals inside is a name and left alone. */
    private static final String PARTING = " \t\n\u000B\f\r,;:!?()[]{}\"/|<>=+*#";

    private static final Pattern DASH = Pattern.compile("[-–—]");
    private static final Set<String> WORDS = read();

    private English() {}

    private static Set<String> read() {
        Set<String> all = new HashSet<>(Lines.of("english.txt"));
        for (String line : Lines.of("english-security.txt")) {
            all.addAll(List.of(line.split(" ")));
        }
        return Set.copyOf(all);
    }

    /** The first word that is not known, "" where all are. */
    static String firstUnknown(String text) {
        int end = Math.min(text.length(), CHARS_MAX);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i < end && !parts(text.charAt(i))) {
                continue;
            }
            String unknown = i > start ? unknown(strip(text.substring(start, i))) : "";
            if (!unknown.isEmpty()) {
                return unknown;
            }
            start = i + 1;
        }
        return "";
    }

    private static boolean parts(char c) {
        return c < 128 ? PARTING.indexOf(c) >= 0 : c == '“' || c == '”';
    }

    private static String unknown(String token) {
        if (token.isEmpty() || isName(token)) {
            return "";
        }
        if (token.indexOf('-') < 0 && token.indexOf('–') < 0 && token.indexOf('—') < 0) {
            return unknownWord(token);
        }
        for (String part : DASH.split(token)) {
            String unknown = unknownWord(strip(part));
            if (!unknown.isEmpty()) {
                return unknown;
            }
        }
        return "";
    }

    private static String unknownWord(String text) {
        String word = text.replace('’', '\'');
        return isWord(word) && !isKnown(word.toLowerCase(Locale.ROOT)) ? word : "";
    }

    /** A capital or none, small letters, and perhaps an apostrophe with small letters. */
    private static boolean isWord(String text) {
        boolean capital = !text.isEmpty() && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z';
        int apostrophe = text.indexOf('\'');
        int end = apostrophe < 0 ? text.length() : apostrophe;
        return isSmall(text, capital ? 1 : 0, end)
                && (apostrophe < 0 || isSmall(text, apostrophe + 1, text.length()));
    }

    private static boolean isSmall(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return from < to;
    }

    /** Without the marks that stand around a word. */
    private static String strip(String token) {
        int from = 0;
        int to = token.length();
        while (from < to && MARKS.indexOf(token.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && MARKS.indexOf(token.charAt(to - 1)) >= 0) {
            to--;
        }
        return token.substring(from, to);
    }

    /** Addresses, files, versions. */
    private static boolean isName(String token) {
        return token.contains("@")
                || token.contains(".")
                || token.contains("\\")
                || token.contains("_");
    }

    static boolean isKnown(String word) {
        if (WORDS.contains(word)) {
            return true;
        }
        if (word.endsWith("'s") || word.endsWith("s'")) {
            return isKnown(word.substring(0, word.length() - 2));
        }
        return isFormOf(word, "s", "")
                || isFormOf(word, "es", "")
                || isFormOf(word, "ies", "y")
                || isFormOf(word, "ed", "")
                || isFormOf(word, "ed", "e")
                || isFormOf(word, "ing", "")
                || isFormOf(word, "ing", "e")
                || isFormOf(word, "ly", "")
                || isNegation(word);
    }

    private static boolean isFormOf(String word, String ending, String instead) {
        int stem = word.length() - ending.length();
        return stem > 2
                && word.endsWith(ending)
                && WORDS.contains(word.substring(0, stem) + instead);
    }

    private static boolean isNegation(String word) {
        return word.startsWith("un") && word.length() > 5 && WORDS.contains(word.substring(2))
                || word.startsWith("non") && word.length() > 6 && WORDS.contains(word.substring(3))
                || word.startsWith("re") && word.length() > 5 && WORDS.contains(word.substring(2));
    }
}
