package az.qalxan.engines.language;

import java.util.Locale;

/** The languages that are told apart in messages. */
public enum Language {
    AZ,
    TR,
    RU,
    EN,
    /** None of the others: another language or script, or too little text to say. */
    UNKNOWN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The code of ISO 639-1, or {@code unknown}. */
    public String code() {
        return code;
    }
}
