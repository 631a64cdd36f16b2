package az.qalxan.engines.linking;

import java.util.Locale;
import java.util.Optional;

/** Reads what was found in a form field as the kind that the field asks for. */
final class FieldKinds {

    private static final int ACCOUNT_CHARS_MIN = 3;
    private static final int ACCOUNT_CHARS_MAX = 32;

    private FieldKinds() {}

    static Optional<Identifier> as(IdentifierKind hint, Identifier found) {
        if (found.kind() == hint) {
            return Optional.of(found);
        }
        boolean link = hint == IdentifierKind.URL && found.kind() == IdentifierKind.DOMAIN;
        boolean host = hint == IdentifierKind.DOMAIN && found.kind() == IdentifierKind.URL;
        if (!link && !host) {
            return Optional.empty();
        }
        String value = host ? LinkingKeys.host(found.value()) : found.value();
        return value.isEmpty() || (host && !PublicSuffixes.isRegistrable(value))
                ? Optional.empty()
                : Optional.of(new Identifier(hint, "", value, found.start(), found.end()));
    }

    /** A bare account name in a field that asks for one. */
    static Optional<Identifier> account(IdentifierKind hint, String raw) {
        String name = raw.strip();
        boolean sized = name.length() >= ACCOUNT_CHARS_MIN && name.length() <= ACCOUNT_CHARS_MAX;
        if (hint != IdentifierKind.HANDLE || !sized || !isName(name)) {
            return Optional.empty();
        }
        int start = raw.indexOf(name);
        String value = "@" + name.toLowerCase(Locale.ROOT);
        return Optional.of(new Identifier(hint, "unknown", value, start, start + name.length()));
    }

    private static boolean isName(String name) {
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!FoldedText.isAlphanumeric(c) && c != '_' && c != '.') {
                return false;
            }
            letter |= FoldedText.isAsciiLetter(c);
        }
        return letter;
    }
}
