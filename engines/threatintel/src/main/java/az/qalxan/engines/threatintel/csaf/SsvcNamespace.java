package az.qalxan.engines.threatintel.csaf;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of SSVC decision points: a base, perhaps with extensions.
 *
 * @param base such as "ssvc" or "x_example.test#scheme"
 * @param extensions what follows the base; the first may be a language
 */
record SsvcNamespace(String base, List<String> extensions) {

    private static final int CHARS_MIN = 3;
    private static final int CHARS_MAX = 1000;

    /** Names of domains have at most 253; so much for each part, and its mark. */
    private static final int PART_CHARS_MAX = 350;

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String DOMAIN = LABEL + "(\\." + LABEL + ")+";
    private static final String FRAGMENT = "#[a-z0-9]+([.-][a-z0-9]+)*";
    private static final Pattern BASE =
            Pattern.compile(
                    "x_" + DOMAIN + FRAGMENT + "|[a-z][a-z0-9]([.-]?[a-z0-9])+(" + FRAGMENT + ")?");
    private static final Pattern OWN = Pattern.compile("\\." + DOMAIN + FRAGMENT);
    private static final Pattern TRANSLATED =
            Pattern.compile("\\." + DOMAIN + "|" + DOMAIN + FRAGMENT);
    private static final List<String> REGISTERED = List.of("ssvc", "cvss", "cisa", "nist", "basic");
    private static final Pattern SPECIAL = Pattern.compile("(test|example|invalid)([.#-].*)?");

    SsvcNamespace {
        extensions = List.copyOf(extensions);
    }

    static @Nullable SsvcNamespace of(String text) {
        if (text.length() < CHARS_MIN || text.length() > CHARS_MAX) {
            return null;
        }
        String[] parts = text.split("/", -1);
        if (List.of(parts).stream().anyMatch(p -> p.length() > PART_CHARS_MAX)) {
            return null;
        }
        if (!BASE.matcher(parts[0]).matches() || !areExtensions(parts)) {
            return null;
        }
        List<String> rest = List.of(parts).subList(1, parts.length);
        return new SsvcNamespace(parts[0], rest.stream().filter(s -> !s.isEmpty()).toList());
    }

    /** After the base stands a language or nothing, then languages and names of others. */
    private static boolean areExtensions(String[] parts) {
        if (parts.length == 1) {
            return true;
        }
        if (!(parts[1].isEmpty() ? parts.length > 2 : Languages.isWellFormed(parts[1]))) {
            return false;
        }
        for (int i = 2; i < parts.length; i++) {
            if (!isExtension(parts[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExtension(String part) {
        int dollar = part.indexOf('$');
        if (dollar >= 0) {
            return TRANSLATED.matcher(part.substring(0, dollar)).matches()
                    && Languages.isWellFormed(part.substring(dollar + 1));
        }
        return Languages.isWellFormed(part) || OWN.matcher(part).matches();
    }

    /** Whether SSVC lists the base. */
    boolean isRegistered() {
        return REGISTERED.contains(base);
    }

    /** Whether the base is one that everybody may use for tries and documents only. */
    boolean isSpecial() {
        return SPECIAL.matcher(base).matches();
    }

    /** Whether the base is one of the experimental ones. */
    boolean isExperimental() {
        return base.startsWith("x_");
    }

    boolean isExtended() {
        return !extensions.isEmpty();
    }
}
