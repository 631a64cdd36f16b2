package az.qalxan.cooperation.paper;

import java.util.Locale;

/** A language that a paper prints below Azerbaijani and English. */
public enum PaperLanguage {
    /** No third language. */
    NONE,
    TR,
    RU;

    /** ISO 639-1 code; empty for none. */
    String code() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
