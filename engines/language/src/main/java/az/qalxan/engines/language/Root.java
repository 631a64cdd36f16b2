package az.qalxan.engines.language;

import org.jspecify.annotations.Nullable;

/**
 * One spelling of a known root.
 *
 * @param letters the folded spelling
 * @param nounKey the key when the root is used as a noun; null when it is no noun
 * @param verbKey the key when the root is used as a verb; null when it is no verb
 * @param follower what must follow this spelling in a word
 */
record Root(String letters, @Nullable String nounKey, @Nullable String verbKey, Follower follower) {

    /** What must follow a spelling. */
    enum Follower {
        /** Anything, also the end of the word. */
        ANYTHING,
        /** A vowel: the spelling is softened, doubled or has dropped its vowel. */
        VOWEL,
        /** A vowel that does not make the softened t look like the past ending. */
        VOWEL_NOT_PAST,
        /** The letter y: the last vowel is raised before a present ending. */
        Y
    }

    /** The key in the given state, or null when the state does not end in this root. */
    @Nullable String key(State state) {
        return switch (state) {
            case NOUN -> nounKey;
            case VERB_ROOT -> verbKey;
            case WORD,
                    PREDICATE,
                    CASE,
                    POSSESSIVE,
                    OWNED,
                    PLURAL,
                    FINITE,
                    BEFORE_PAST,
                    TENSE,
                    VERB,
                    VOICE ->
                    null;
        };
    }

    /** Whether the two letters may follow, 0 standing for the end of the word. */
    boolean mayPrecede(char letter, char second) {
        return switch (follower) {
            case ANYTHING -> true;
            case VOWEL -> Letters.isVowel(letter);
            case VOWEL_NOT_PAST ->
                    Letters.isVowel(letter)
                            && (letter == 'a' || letter == 'e' || second == 'r' || second == 'b');
            case Y -> letter == 'y';
        };
    }

    /**
     * Whether the infinitive agrees with the next open vowel: tells ölmək from olmaq, which fold to
     * the same letters.
     *
     * @param open a, e, or 0 when none follows
     */
    boolean harmonisesWith(char open) {
        if (verbKey == null || open == 0) {
            return true;
        }
        return verbKey.endsWith("maq") == (open == 'a');
    }
}
