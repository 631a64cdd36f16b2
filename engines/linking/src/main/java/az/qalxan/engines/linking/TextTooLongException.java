package az.qalxan.engines.linking;

/** Says that a text is longer than the extractor reads. */
public final class TextTooLongException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    TextTooLongException(int chars, int charsMax) {
        super(
                "The text has %d UTF-16 units; at most %d are read. Split it and extract the parts."
                        .formatted(chars, charsMax));
    }
}
