package az.qalxan.engines.threatintel.csaf;

import java.util.List;
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

    private static final List<Pattern> MISTAKES =
            List.of(
                    of(
                            "\\b(must|should|can|could|may|might|will|would|shall)"
                                    + (" (?!(" + OTHER_ED + ")\\b)[a-z]{2,}ed\\b")),
                    of("\\ba (?!(" + OTHER_S + ")\\b)[a-z]{2,}s\\b(?! [a-z]*(er|or|ing|ed)\\b)"),
                    of("\\ba (?!one|uni|use|usa|usu|eu|once|ut|ur|ub)[aeiou][a-z]+"),
                    of(
                            "\\ban (?!hour|heir|hones|hono|[a-z]*[bcdfghjklmnpqrstvwxz]{4})"
                                    + "[bcdfgjkpqtvwyz][a-z]+"),
                    of("\\b([a-z]{2,}) \\1\\b(?<!\\bhad had)(?<!\\bthat that)"),
                    of("\\bfor (ensure|prevent|avoid|allow|enable|mitigate|fix|execute|obtain)\\b"),
                    of("\\b(he|she|it|this|that) (have|are|were|do)\\b"),
                    of("\\b(they|we|you|these|those) (has|is|was|does)\\b"),
                    of("\\b(these|those) [a-z]+(ion|ity|ment)\\b"),
                    of("\\b(did|does|do) not (?!(" + OTHER_ED + ")\\b)[a-z]{2,}ed\\b"));

    private Grammar() {}

    private static Pattern of(String mistake) {
        return Pattern.compile(mistake, Pattern.CASE_INSENSITIVE);
    }

    /** The first words that look wrong, "" where none do. */
    static String firstMistake(String text) {
        String bounded = text.substring(0, Math.min(text.length(), CHARS_MAX));
        for (Pattern mistake : MISTAKES) {
            Matcher m = mistake.matcher(bounded);
            if (m.find()) {
                return m.group();
            }
        }
        return "";
    }
}
