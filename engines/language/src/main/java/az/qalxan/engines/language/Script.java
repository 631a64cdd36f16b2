package az.qalxan.engines.language;

/** The letters that a folded word is written in. */
enum Script {
    /** Letters a to z only. */
    LATIN,
    /** Cyrillic letters only. */
    CYRILLIC,
    /** Anything else, digits and mixtures included. */
    OTHER;

    /** The script of a folded word; an empty word is {@link #OTHER}. */
    static Script of(String folded) {
        if (folded.isEmpty()) {
            return OTHER;
        }
        Script first = of(folded.charAt(0));
        for (int i = 1; i < folded.length(); i++) {
            if (of(folded.charAt(i)) != first) {
                return OTHER;
            }
        }
        return first;
    }

    private static Script of(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return LATIN;
        }
        return letter >= 'а' && letter <= 'я' ? CYRILLIC : OTHER;
    }
}
