package az.qalxan.engines.language;

/** Tells verbs made by suffixes (bloklamaq, təmizlətmək) from nouns by their last letters. */
final class DerivedVerbs {

    private static final String[] ENDINGS = {
        "la", "le", "lan", "len", "las", "les", "lat", "let", "lad", "led", "dir", "dur", "il",
        "ul", "lama", "leme", "lanma", "lenme", "lasma", "lesme", "dirma", "dirme", "durma", "durme"
    };

    private DerivedVerbs() {}

    /** Whether the first letters of the word end like a verb derived from another word. */
    static boolean endsLikeOne(char[] word, int length) {
        for (String ending : ENDINGS) {
            if (endsWith(word, length, ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(char[] word, int length, String ending) {
        int start = length - ending.length();
        if (start < 1) {
            return false;
        }
        for (int i = 0; i < ending.length(); i++) {
            if (word[start + i] != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
