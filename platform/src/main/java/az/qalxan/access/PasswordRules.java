package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be: long, not well known, not the user's name (OWASP ASVS 4.0.3 chapter
 * 2.1). No letters or signs are prescribed.
 */
final class PasswordRules {

    static final int CHARS_MIN = 12;
    static final int CHARS_MAX = 128;

    /** Beginnings that people here choose first; whatever follows them is soon guessed. */
    private static final Set<String> WELL_KNOWN =
            Set.of(
                    "password",
                    "parolparol",
                    "parol123",
                    "azerbaijan",
                    "azerbaycan",
                    "qarabag",
                    "123456789",
                    "987654321",
                    "qwertyuiop",
                    "qwerty123",
                    "1q2w3e4r5t",
                    "asdfghjkl",
                    "iloveyou",
                    "salamsalam",
                    "administrator",
                    "qalxan",
                    "bakubaku",
                    "welcome");

    private static final int WELL_KNOWN_REST_MAX = 6;

    private PasswordRules() {}

    static List<Violation> check(String field, String password, UserName owner) {
        List<Violation> wrong = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < CHARS_MIN || length > CHARS_MAX) {
            wrong.add(Violation.at(field, "access.password.length", length, CHARS_MIN, CHARS_MAX));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(owner.value())) {
            wrong.add(Violation.at(field, "access.password.has-name"));
        }
        if (wellKnown(lower) || lower.chars().distinct().count() < 5) {
            wrong.add(Violation.at(field, "access.password.well-known"));
        }
        return wrong;
    }

    private static boolean wellKnown(String lower) {
        return WELL_KNOWN.stream()
                .anyMatch(known ->
                        lower.startsWith(known)
                                && lower.length() - known.length() <= WELL_KNOWN_REST_MAX);
    }
}
