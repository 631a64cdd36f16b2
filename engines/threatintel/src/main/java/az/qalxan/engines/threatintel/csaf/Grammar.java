package az.qalxan.engines.threatintel.csaf;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few mistakes of English grammar that can be told without understanding the sentence. */
final class Grammar {

    private static final int CHARS_MAX = 100_000;

    /** Words in ed that are no participles, and those in s that are no plurals. */
    private static final String OTHER_ED =
            "need|feed|speed|seed|proceed|succeed|exceed|embed|shed|wed|bleed|breed|heed|weed"
                    + "|shred|spread|red";

    private static final String OTHER_S =
            "series|species|means|[a-z]*ss|[a-z]*us|[a-z]*is|[a-z]*as|[a-z]*os|lens|dns|tls"
                    + "|vers";

    /**
     * A mistake with the words one of which stands in every text that has it.
     *
     * @param pattern how the mistake looks
     */
    private record Mistake(Set<String> words, Pattern pattern) {

        static Mistake of(String words, String rest) {
            String form = "\\b(" + words + ")" + rest;
            return new Mistake(
                    Set.of(words.split("\\|")), Pattern.compile(form, Pattern.CASE_INSENSITIVE));
        }
    }

    private static final List<Mistake> MISTAKES =
            List.of(
                    Mistake.of(
                            "must|should|can|could|may|might|will|would|shall",
                            " (?!(" + OTHER_ED + ")\\b)[a-z]{2,}ed\\b"),
                    Mistake.of(
                            "a",
                            " (?!(" + OTHER_S + ")\\b)[a-z]{2,}s\\b(?! [a-z]*(er|or|ing|ed)\\b)"),
                    Mistake.of("a", " (?!one|uni|use|usa|usu|eu|once|ut|ur|ub)[aeiou][a-z]+"),
                    Mistake.of(
                            "an",
                            " (?!hour|heir|hones|hono|[a-z]*[bcdfghjklmnpqrstvwxz]{4})"
                                    + "[bcdfgjkpqtvwyz][a-z]+"),
                    Mistake.of(
                            "for",
                            " (ensure|prevent|avoid|allow|enable|mitigate|fix|execute|obtain)\\b"),
                    Mistake.of("he|she|it|this|that", " (have|are|were|do)\\b"),
                    Mistake.of("they|we|you|these|those", " (has|is|was|does)\\b"),
                    Mistake.of("these|those", " [a-z]+(ion|ity|ment)\\b"),
                    Mistake.of("did|does|do", " not (?!(" + OTHER_ED + ")\\b)[a-z]{2,}ed\\b"));

    private static final Pattern TWICE =
            Pattern.compile(
                    "\\b([a-z]{2,}) \\1\\b(?<!\\bhad had)(?<!\\bthat that)",
                    Pattern.CASE_INSENSITIVE);

    private Grammar() {}

    /** The first words that look wrong, "" where none do. */
    static String firstMistake(String text) {
        String bounded = text.substring(0, Math.min(text.length(), CHARS_MAX));
        Set<String> words = new HashSet<>();
        boolean twice = words(bounded, words);
        for (Mistake mistake : MISTAKES) {
            if (!Collections.disjoint(mistake.words, words)) {
                String found = found(mistake.pattern, bounded);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return twice ? found(TWICE, bounded) : "";
    }

    private static String found(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group() : "";
    }

    /** Collects the words in small letters; whether one follows itself. */
    private static boolean words(String text, Set<String> words) {
        boolean twice = false;
        String before = "";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isLetter(text.charAt(i))) {
                continue;
            }
            if (i > start) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                twice |= word.equals(before);
                before = word;
                words.add(word);
            }
            start = i + 1;
        }
        return twice;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
