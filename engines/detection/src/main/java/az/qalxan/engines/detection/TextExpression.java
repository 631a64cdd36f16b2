package az.qalxan.engines.detection;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A regular expression that is looked for in texts, in time linear to the text; for other engines
 * that meet expressions and texts of strangers. It reads what PCRE and RE2 have in common; {@code
 * .} is also a newline. Safe for use by many threads.
 */
public final class TextExpression {

    private static final RegexFlags DOT_ALL = new RegexFlags(false, false, true);

    private final LinearRegex regex;

    private TextExpression(LinearRegex regex) {
        this.regex = regex;
    }

    /** What came of reading an expression. */
    public sealed interface Reading {

        record Read(TextExpression expression) implements Reading {}

        /** Says what is wrong, or what of the language is not done here. */
        record Refused(String words) implements Reading {}
    }

    /** Reads an expression. */
    public static Reading read(String written) {
        try {
            return new Reading.Read(new TextExpression(LinearRegex.of(written, DOT_ALL)));
        } catch (BadRegex e) {
            return new Reading.Refused(words(e));
        }
    }

    private static String words(BadRegex bad) {
        String what =
                Arrays.stream(bad.arguments())
                        .map(String::valueOf)
                        .collect(Collectors.joining(": "));
        return switch (bad.code()) {
            case REGEX_UNSUPPORTED -> "not possible in linear time: " + what;
            case REGEX_TOO_LARGE -> "too large: " + what + " states";
            default -> what;
        };
    }

    /** Whether it fits somewhere in the text. */
    public boolean finds(String text) {
        return regex.finds(text);
    }

    /**
     * Texts in lower case of which one stands, in whatever case, in everything that it fits; none
     * where nothing is known.
     */
    public Set<String> literals() {
        return RegexLiterals.of(regex);
    }

    public String written() {
        return regex.written();
    }
}
