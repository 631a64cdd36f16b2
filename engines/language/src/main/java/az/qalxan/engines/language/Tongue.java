package az.qalxan.engines.language;

/** The columns of the table of n-grams: languages, parted where their letters part them. */
enum Tongue {
    AZERBAIJANI(Language.AZ),
    AZERBAIJANI_CYRILLIC(Language.AZ),
    TURKISH(Language.TR),
    RUSSIAN(Language.RU),
    RUSSIAN_IN_LATIN(Language.RU),
    ENGLISH(Language.EN),
    OTHER_LATIN(Language.UNKNOWN),
    OTHER_CYRILLIC(Language.UNKNOWN);

    /** Number of columns; one byte of a row each. */
    static final int COUNT = 8;

    private final Language language;

    Tongue(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }
}
