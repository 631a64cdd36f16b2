package az.qalxan.engines.language;

/**
 * A word found in a text.
 *
 * @param base the word without an attached suffix and without apostrophes inside it; 1 to {@value
 *     Words#WORD_CHARS_MAX} UTF-16 units, the rest of a longer run is cut off
 * @param suffix the suffix written after an apostrophe or hyphen ({@code in} of {@code DİN-in}), or
 *     an empty string
 * @param start index of the first UTF-16 unit of the word in the text
 * @param end index after the last UTF-16 unit of the word, suffix included
 */
public record Word(String base, String suffix, int start, int end) {

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if the base is empty or the span is not inside a text
     */
    public Word {
        if (base.isEmpty() || start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "word '%s' at %d..%d: base and span must not be empty"
                            .formatted(base, start, end));
        }
    }
}
