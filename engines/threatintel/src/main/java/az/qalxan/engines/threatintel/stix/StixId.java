package az.qalxan.engines.threatintel.stix;

import java.util.Locale;
import java.util.Optional;

/**
 * An identifier of STIX (§2.9).
 *
 * @param uuid in lower case
 */
public record StixId(String type, String uuid) {

    private static final int UUID_CHARS = 36;
    private static final int VERSION_AT = 14;
    private static final int VARIANT_AT = 19;
    private static final int TYPE_CHARS_MIN = 3;
    private static final int TYPE_CHARS_MAX = 250;

    /** The identifier, when the text is one: a type's name, two hyphens, a UUID of RFC 4122. */
    public static Optional<StixId> of(String text) {
        int at = text.length() - UUID_CHARS - 2;
        if (at < 1 || !text.startsWith("--", at) || !typeName(text, at) || !uuid(text, at + 2)) {
            return Optional.empty();
        }
        String uuid = text.substring(at + 2).toLowerCase(Locale.ROOT);
        return Optional.of(new StixId(text.substring(0, at), uuid));
    }

    /** What stands before the two hyphens, "" when there are none. */
    static String typeOf(String text) {
        int at = text.length() - UUID_CHARS - 2;
        return at > 0 && text.startsWith("--", at) ? text.substring(0, at) : "";
    }

    /** Which kind of UUID it is, 1 to 5. */
    public int version() {
        return uuid.charAt(VERSION_AT) - '0';
    }

    /** Whether an object may call itself by this type (§3.1, §11.2). */
    static boolean typeName(String text) {
        return typeName(text, text.length());
    }

    private static boolean typeName(String text, int end) {
        if (end < TYPE_CHARS_MIN || end > TYPE_CHARS_MAX) {
            return false;
        }
        char before = '-';
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean later = i > 0 && (c >= '0' && c <= '9' || c == '-' && before != '-');
            if (!letter && !later) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static boolean uuid(String text, int from) {
        for (int i = 0; i < UUID_CHARS; i++) {
            char c = text.charAt(from + i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
                return false;
            }
        }
        char version = text.charAt(from + VERSION_AT);
        char variant = Character.toLowerCase(text.charAt(from + VARIANT_AT));
        return version >= '1' && version <= '5' && "89ab".indexOf(variant) >= 0;
    }

    @Override
    public String toString() {
        return type + "--" + uuid;
    }
}
