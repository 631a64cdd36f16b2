package az.qalxan.engines.language;

/**
 * One spelling of a suffix at its place in the order of suffixes.
 *
 * @param letters the folded spelling
 * @param attachment what the suffix attaches to
 * @param vowel the first vowel of the spelling, or 0 when it has none
 * @param soft whether the last letter is a softened consonant, which needs a vowel behind it
 * @param before what the rest of the word is once the suffix is off
 * @param trust how far the suffix is trusted on a root that is not in the list of roots
 */
record Suffix(
        String letters,
        Attachment attachment,
        char vowel,
        boolean soft,
        State before,
        Trust trust) {

    /** The sound that a suffix attaches to. */
    enum Attachment {
        VOWEL,
        CONSONANT,
        ANY
    }

    /**
     * Conditions for taking a suffix off an unknown root.
     *
     * @param charsMin fewest letters that must be left; {@link #NEVER} for never
     * @param verbOnly whether the rest must end like a derived verb
     */
    record Trust(int charsMin, boolean verbOnly) {
        static final int NEVER = Integer.MAX_VALUE;
        static final Trust NONE = new Trust(NEVER, false);
    }

    /** Whether the vowel of the suffix may follow the last vowel of the rest of the word. */
    boolean harmonisesWith(char last) {
        return switch (vowel) {
            case 0 -> true;
            case 'a' -> last != 'e';
            case 'e' -> last != 'a';
            case 'u' -> last == 'o' || last == 'u';
            default -> last != 'o' && last != 'u';
        };
    }
}
