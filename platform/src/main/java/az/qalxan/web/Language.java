package az.qalxan.web;

import java.util.Locale;

/** A language of the user interface; the first one is the default. */
public enum Language {
    AZ("az", "Azərbaycanca"),
    EN("en", "English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** ISO 639-1 code, as in the {@code lang} attribute of HTML. */
    public String code() {
        return code;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /** The language of that code; Azerbaijani when it is none of ours. */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        return AZ;
    }
}
