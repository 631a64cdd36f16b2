package az.qalxan.engines.synthesis;

/** With which letters the people of a country type Azerbaijani and Turkish. */
public enum Typists {
    /** As they usually do: most with all letters, a third without diacritics, few in Cyrillic. */
    MIXED,
    /** Everybody with all letters of the language. */
    CLEAN,
    /** Everybody with English letters only. */
    ASCII,
    /** Everybody with the Cyrillic alphabet that Azerbaijani had; Turkish stays as it is. */
    CYRILLIC;

    Typing.Letters letters(Tongue tongue, Typing.Letters usual) {
        return switch (tongue) {
            case RU, EN -> usual;
            case AZ -> forAzerbaijani(usual);
            case TR -> this == CYRILLIC ? usual : forAzerbaijani(usual);
        };
    }

    private Typing.Letters forAzerbaijani(Typing.Letters usual) {
        return switch (this) {
            case MIXED -> usual;
            case CLEAN -> Typing.Letters.CLEAN;
            case ASCII -> Typing.Letters.ASCII;
            case CYRILLIC -> Typing.Letters.CYRILLIC;
        };
    }
}
