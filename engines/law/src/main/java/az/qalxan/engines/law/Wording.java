package az.qalxan.engines.law;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A text in several languages; Azerbaijani and English always stand. */
public record Wording(Map<String, String> texts) {

    public Wording {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        if (texts.getOrDefault("az", "").isBlank() || texts.getOrDefault("en", "").isBlank()) {
            throw new IllegalArgumentException("a text needs az and en: " + texts);
        }
    }

    public static Wording of(String az, String en) {
        return new Wording(Map.of("az", az, "en", en));
    }

    public String az() {
        return in("az");
    }

    public String en() {
        return in("en");
    }

    /** The text in that language, or in English where there is none. */
    public String in(String language) {
        String own = texts.get(language);
        return own != null ? own : texts.getOrDefault("en", "");
    }
}
