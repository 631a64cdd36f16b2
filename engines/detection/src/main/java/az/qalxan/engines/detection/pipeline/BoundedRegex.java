package az.qalxan.engines.detection.pipeline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An expression of a pipeline, which looks at names and values of rules and never at events; it
 * gives up after a bounded number of steps.
 */
final class BoundedRegex {

    private static final int STEPS_MAX = 1_000_000;

    private final Pattern pattern;

    private BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    static BoundedRegex of(Entry at, String written) throws BadPipeline {
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
        try {
            return pattern.matcher(new Counted(text, new int[1])).lookingAt();
        } catch (TooManySteps e) {
            return false;
        }
    }

    /** The text with all that fits replaced; as it was where that takes too long. */
    String replaced(String text, String replacement) {
        StringBuilder replaced = new StringBuilder();
        try {
            Matcher matcher = pattern.matcher(new Counted(text, new int[1]));
            while (matcher.find()) {
                matcher.appendReplacement(replaced, replacement);
            }
            return matcher.appendTail(replaced).toString();
        } catch (TooManySteps e) {
            return text;
        }
    }

    /** What Python writes as {@code \1} and {@code \g<name>}. */
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

    private static final class TooManySteps extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("the expression takes too long");
        }
    }
}
