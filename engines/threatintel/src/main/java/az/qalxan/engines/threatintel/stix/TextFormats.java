package az.qalxan.engines.threatintel.stix;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a text is written as its type or its property asks. */
final class TextFormats {

    private static final Set<String> LANGUAGES = languages();

    /** RFC 5646, §2.1, langtag and privateuse. */
    private static final Pattern LANGUAGE =
            Pattern.compile(
                    "(?<primary>[a-z]{2,3})(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
                            + "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*"
                            + "(-x(-[a-z0-9]{1,8})+)?|x(-[a-z0-9]{1,8})+");

    private static final Pattern MIME =
            Pattern.compile(
                    "(application|audio|font|image|message|model|multipart|text|video)"
                            + "/[a-zA-Z0-9][a-zA-Z0-9.+_!#$&^-]{0,126}");

    private static final Pattern CHARSET = Pattern.compile("[a-zA-Z0-9/.+_:()-]{2,250}");

    private static final Pattern CPE_PART =
            Pattern.compile("[*-]|(\\?*|\\*?)([a-zA-Z0-9._-]|\\\\[\\p{Punct}])+(\\?*|\\*?)");

    private static final Pattern SSDEEP = Pattern.compile("[a-zA-Z0-9/+:.]{1,160}");
    private static final Pattern TLSH = Pattern.compile("(T1)?[a-fA-F0-9]{70}");

    private static final Map<String, Integer> HEX_DIGITS_OF_HASH =
            Map.of(
                    "MD5",
                    32,
                    "SHA-1",
                    40,
                    "SHA-256",
                    64,
                    "SHA-512",
                    128,
                    "SHA3-256",
                    64,
                    "SHA3-512",
                    128);

    private TextFormats() {}

    private static Set<String> languages() {
        Set<String> languages = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
        languages.addAll(Set.of("iw", "in", "ji", "jw", "mo", "sh"));
        return languages;
    }

    /** §2.1: base64 of RFC 4648 with its padding. */
    static boolean base64(String text) {
        int length = text.length();
        if (length % 4 != 0) {
            return false;
        }
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        for (int i = 0; i < length - padding; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!digit && c != '+' && c != '/') {
                return false;
            }
        }
        return true;
    }

    /** §2.8: pairs of hexadecimal digits. */
    static boolean hex(String text) {
        return !text.isEmpty() && text.length() % 2 == 0 && hexDigits(text);
    }

    private static boolean hexDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            if (!letter && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** §10.7: a value as the algorithm makes it; any value of an unknown algorithm. */
    static boolean hash(String algorithm, String value) {
        Integer digits = HEX_DIGITS_OF_HASH.get(algorithm);
        if (digits != null) {
            return value.length() == digits && hexDigits(value);
        }
        return switch (algorithm) {
            case "SSDEEP" -> SSDEEP.matcher(value).matches();
            case "TLSH" -> TLSH.matcher(value).matches();
            default -> !value.isEmpty();
        };
    }

    /** RFC 3986: a scheme, a colon, and characters that a URI may have. */
    static boolean uri(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || !scheme(text, colon)) {
            return false;
        }
        for (int i = colon + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length() || !hexDigits(text.substring(i + 1, i + 3))) {
                    return false;
                }
            } else if (c <= ' ' || c > '~' || "\"<>\\^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean scheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean later = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.');
            if (!letter && !later) {
                return false;
            }
        }
        return true;
    }

    /** RFC 5646: well-formed, and of two letters only such as ISO 639-1 knows. */
    static boolean language(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == 2) {
            return LANGUAGES.contains(lower);
        }
        if (lower.length() > 100) {
            return false;
        }
        var matcher = LANGUAGE.matcher(lower);
        if (!matcher.matches()) {
            return lower.startsWith("i-") && lower.length() > 3;
        }
        String primary = matcher.group("primary");
        return primary == null || primary.length() == 3 || LANGUAGES.contains(primary);
    }

    static boolean mime(String text) {
        int parameters = text.indexOf(';');
        String type = parameters < 0 ? text : text.substring(0, parameters).strip();
        return MIME.matcher(type).matches();
    }

    static boolean charset(String text) {
        return CHARSET.matcher(text).matches();
    }

    /** §6.14: a name of CPE 2.3 bound to a formatted string. */
    static boolean cpe(String text) {
        if (!text.startsWith("cpe:2.3:") || text.length() > 1000) {
            return false;
        }
        String[] parts = text.substring("cpe:2.3:".length()).split("(?<!\\\\):", -1);
        if (parts.length != 11 || !"aho*-".contains(parts[0]) || parts[0].length() != 1) {
            return false;
        }
        return Arrays.stream(parts).allMatch(part -> CPE_PART.matcher(part).matches());
    }

    /** §3.1 and §11.1: a to z, digits and underscores, from 3 to 250 of them. */
    static boolean propertyName(String name) {
        if (name.length() < 3 || name.length() > 250) {
            return name.equals("id");
        }
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
    }

    /** §2.3: ASCII letters, digits, hyphens and underscores, at most 250 of them. */
    static boolean dictionaryKey(String key) {
        if (key.isEmpty() || key.length() > 250) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }
}
