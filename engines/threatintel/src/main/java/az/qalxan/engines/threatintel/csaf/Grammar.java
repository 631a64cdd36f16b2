package az.qalxan.engines.threatintel.csaf;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few mistakes of English grammar that can be told without understanding the sentence. */
final class Grammar {

    private static final int CHARS_MAX = 100_000;

    private static final List<Pattern> MISTAKES =
            List.of(
                    Pattern.compile(
                            "\\b(must|should|can|could|may|might|will|would|shall) (?!need|feed|speed|seed|proceed|succeed|exceed|embed|shed|wed|bleed|breed|heed|weed|shred|speed|spread)[a-z]{2,}ed\\b"),
                    Pattern.compile(
                            "\\b[Aa] (?!series|species|means|class|process|access|bus|business|pass|less|loss|glass|gas|lens|bias|status|focus|virus|address|progress|success|always|previous|various|serious|malicious|dangerous|continuous|ambiguous|anonymous|heterogeneous|basis|https|synchronous|crisis|cross|press|stress|suspicious|famous|hazardous|wireless|stateless|headless|harmless|seamless|countless|useless|careless|senseless|previous|obvious|conscious|precious|spurious|numerous|simultaneous|bonus|corpus|campus|chaos|canvas|atlas|hypothesis|thesis|analysis|synopsis|bypass|compass|process|mass|boss|kiss|miss|mess|dress|this|us|dns|tls|os|windows|vers|chess)[a-z]{2,}[^s\\W]s\\b(?! [a-z]*(er|or|ing|ed)\\b)"),
                    Pattern.compile(
                            "\\b[Aa] (?!one|uni|use|usa|usu|eu|once|ut|ur|ub)[aeiou][a-z]+"),
                    Pattern.compile(
                            "\\b[Aa]n (?!hour|heir|honest|honor|honour|xss|http|html|sql|ssh|rce|mitm|ftp|lsb|nmap|xml|xpath|rpc|rss|smb|smtp|mp|ldap|nfs|ntp)[bcdfgjklmnpqrstvwxyz][a-z]+"),
                    Pattern.compile(
                            "\\b([a-z]{2,}) \\1\\b(?<!\\bhad had)(?<!\\bthat that)",
                            Pattern.CASE_INSENSITIVE),
                    Pattern.compile(
                            "\\bfor (ensure|prevent|avoid|allow|enable|mitigate|fix|exploit|execute|obtain)\\b"),
                    Pattern.compile("\\b(he|she|it|this|that) (have|are|were|do|does not has)\\b"),
                    Pattern.compile(
                            "\\b(they|we|you|these|those) (has|is|was|does)\\b",
                            Pattern.CASE_INSENSITIVE),
                    Pattern.compile("\\b(these|those) [a-z]+(ion|ity|ment|er|or)\\b"),
                    Pattern.compile(
                            "\\bto [a-z]{2,}(?<!ne|fe|se|em|bl|br|he|we|ce)(?<!proce|succe|exce|spe)ed\\b(?<!to (need|feed|speed|seed|proceed|succeed|exceed|embed|shed|red|shred))(?! [a-z]+s?\\b)"),
                    Pattern.compile(
                            "\\b(did|does|do|didn't|doesn't|don't) not [a-z]{2,}(ed)\\b(?<!need|feed|speed|proceed|succeed|exceed|embed)"));

    private Grammar() {}

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
