package az.qalxan.strategy;

import java.util.List;

/**
 * A word beside a measure.
 *
 * @param key its message key
 * @param arguments what the message quotes
 */
public record Mark(Tone tone, String key, List<Object> arguments) {

    /** How a mark looks; the word says the same. */
    public enum Tone {
        PLAIN(""),
        DONE("fern"),
        SOON("saf"),
        DANGER("nar");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        /** The class of its badge. */
        public String style() {
            return style;
        }
    }

    public Mark {
        arguments = List.copyOf(arguments);
    }

    public static Mark of(Tone tone, String key, Object... arguments) {
        return new Mark(tone, key, List.of(arguments));
    }
}
