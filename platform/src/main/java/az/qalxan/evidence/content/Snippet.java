package az.qalxan.evidence.content;

import az.qalxan.engines.language.SearchText;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text around the first one that was asked for. */
final class Snippet {

    private static final int AROUND = 90;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,60}");

    private Snippet() {}

    static PartLine of(PartLine line, String text, String asked) {
        Set<String> wanted = new HashSet<>();
        SearchText.choices(asked).forEach(wanted::addAll);
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (SearchText.keys(word.group()).stream().anyMatch(wanted::contains)) {
                return with(line, around(text, word.start(), word.end()));
            }
        }
        return with(line, around(text, 0, 0));
    }

    private static String around(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        String words = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "… " : "") + words + (to < text.length() ? " …" : "");
    }

    private static PartLine with(PartLine line, String snippet) {
        return new PartLine(
                line.exhibit(),
                line.place(),
                line.number(),
                line.depth(),
                line.name(),
                line.path(),
                line.media(),
                line.kind(),
                line.family(),
                line.size(),
                line.flaws(),
                line.picture(),
                line.identifiers(),
                snippet);
    }
}
