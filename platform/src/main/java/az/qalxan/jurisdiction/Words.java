package az.qalxan.jurisdiction;

import java.util.Objects;

/** A text of the pack in Azerbaijani and English. */
public record Words(String az, String en) {

    public Words {
        Objects.requireNonNull(az, "az");
        Objects.requireNonNull(en, "en");
    }

    /** The text in the language of that ISO 639-1 code; Azerbaijani unless it is {@code en}. */
    public String in(String language) {
        return language.equals("en") ? en : az;
    }
}
