package az.qalxan.engines.threatintel.csaf;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fixed titles of notes are called in the languages that have a registered translation. */
enum Terms {
    CVE_DESCRIPTION("CVE Description", "CVE Beschreibung"),
    LICENSE("License", "Lizenz"),
    PRODUCT_DESCRIPTION("Product Description", "Produktbeschreibung"),
    SUPERSESSION("Reasoning for Supersession", "Begründung für die Ersetzung"),
    WITHDRAWAL("Reasoning for Withdrawal", "Begründung für die Zurückziehung"),
    SUPERSEDING("Superseding Document", "Ersetzendes Dokument"),
    VULNERABILITY_SUMMARY("Vulnerability Summary", "Schwachstellenzusammenfassung");

    private final String english;
    private final Map<String, String> translated;

    Terms(String english, String german) {
        this.english = english;
        this.translated = Map.of("de", german);
    }

    String english() {
        return english;
    }

    /** Null where no translation is registered. */
    @Nullable String in(String language) {
        return language.isEmpty() || language.equals("en") ? english : translated.get(language);
    }
}
