package az.qalxan.engines.language;

/**
 * What {@link LanguageIdentifier} says of a message.
 *
 * @param language the main language, or {@link Language#UNKNOWN}
 * @param typed how the message was typed; {@link Typed#NATIVE} when the language is unknown
 * @param confidence share of belief in that language, 0 to 1; for an unknown language the belief
 *     that it is none of the others
 */
public record Identification(Language language, Typed typed, double confidence) {

    /**
     * Checks the identification.
     *
     * @throws IllegalArgumentException if the confidence is not a share
     */
    public Identification {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
        }
    }
}
