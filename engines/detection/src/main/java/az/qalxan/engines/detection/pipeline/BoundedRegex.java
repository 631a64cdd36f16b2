package az.qalxan.engines.detection.pipeline;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An expression of a pipeline, which looks at names and values of rules and never at events. Where
 * a text is too long for it, or it needs too many steps, there is no answer and the rule is
 * refused.
 */
final class BoundedRegex {

    private static final int STEPS_MAX = 1_000_000;

    /** Java's expressions need more of the stack the longer a text is. */
    static final int TEXT_MAX = 2_000;

    /** And the deeper they are themselves. */
    static final int EXPRESSION_MAX = 1_000;

    private static final int SHOWN_MAX = 60;

    private final Pattern pattern;

    private BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    static BoundedRegex of(Entry at, String written) throws BadPipeline {
        if (written.length() > EXPRESSION_MAX) {
            throw at.bad(
                    "an expression is longer than " + EXPRESSION_MAX + " characters; shorten it");
        }
        try {
            return new BoundedRegex(Pattern.compile(written));
        } catch (PatternSyntaxException e) {
            throw at.bad(
                    "the expression '%s' cannot be read: %s; correct it"
                            .formatted(written, e.getDescription()));
        }
    }

    /** Whether the expression stands at the beginning of the text. */
    boolean begins(String text) {
        return answer(text, Matcher::lookingAt);
    }

    /** The text with all that fits replaced. */
    String replaced(String text, String replacement) {
        return answer(
                text,
                matcher -> {
                    StringBuilder replaced = new StringBuilder();
                    while (matcher.find()) {
                        matcher.appendReplacement(replaced, replacement);
                    }
                    return matcher.appendTail(replaced).toString();
                });
    }

    private <A> A answer(String text, Function<Matcher, A> question) {
        if (text.length() > TEXT_MAX) {
            throw unanswered(text, "on texts above " + TEXT_MAX + " characters; shorten the text");
        }
        try {
            return question.apply(pattern.matcher(new Counted(text, new int[1])));
        } catch (TooManySteps | StackOverflowError e) {
            throw unanswered(text, "within its bounds; write a simpler one");
        }
    }

    private Unanswered unanswered(String text, String where) {
        return new Unanswered(
                "the pipeline's expression '%s' is not tried on '%s' %s"
                        .formatted(shown(pattern.pattern()), shown(text), where));
    }

    private static String shown(String text) {
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }

    /** What Python writes as {@code \1}; groups by name are refused. */
    String replacement(Entry at, String written) throws BadPipeline {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            char next = i + 1 < written.length() ? written.charAt(i + 1) : ' ';
            if (c == '\\' && next >= '0' && next <= '9') {
                if (next - '0' > pattern.matcher("").groupCount()) {
                    throw at.bad(
                            "the replacement names the group " + next + ", which is not there");
                }
                java.append('$').append(next);
                i++;
            } else if (c == '\\' && next == 'g') {
                throw at.bad("groups in a replacement are not named by '\\g' here; write \\1");
            } else if (c == '\\' && next == '\\') {
                java.append("\\\\");
                i++;
            } else if (List.of('\\', '$').contains(c)) {
                java.append('\\').append(c);
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }

    /** A text that counts how often it is looked at. */
    private record Counted(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > STEPS_MAX) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** That it is not known what the expression says of a text. */
    static final class Unanswered extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Unanswered(String why) {
            super(why);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static final class TooManySteps extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("the expression takes too long");
        }
    }
}
