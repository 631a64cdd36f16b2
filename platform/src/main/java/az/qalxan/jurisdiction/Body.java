package az.qalxan.jurisdiction;

import java.util.List;

/**
 * An organisation of the pack.
 *
 * @param acronym as the country writes it, for example DİN
 * @param kinds codes of organisation kinds
 */
public record Body(String code, String acronym, Words name, List<String> kinds) {

    public Body {
        kinds = List.copyOf(kinds);
    }
}
