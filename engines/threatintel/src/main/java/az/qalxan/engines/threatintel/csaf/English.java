package az.qalxan.engines.threatintel.csaf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English words, and those of this field. */
final class English {

    private static final int CHARS_MAX = 100_000;
    private static final String MARKS = ".'‘’`~_";

    /** Words; what has digits, underscores or capitals inside is a name and left alone. */
    private static final Pattern TOKEN = Pattern.compile("[^\\s,;:!?()\\[\\]{}\"“”/|<>=+*#]+");

    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+('[a-z]+)?");
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
        Matcher m = TOKEN.matcher(text.substring(0, Math.min(text.length(), CHARS_MAX)));
        while (m.find()) {
            String token = strip(m.group());
            if (isName(token)) {
                continue;
            }
            for (String part : DASH.split(token)) {
                String word = strip(part).replace('’', '\'');
                if (WORD.matcher(word).matches() && !isKnown(word.toLowerCase(Locale.ROOT))) {
                    return word;
                }
            }
        }
        return "";
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
