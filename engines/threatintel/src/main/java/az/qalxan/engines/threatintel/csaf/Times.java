package az.qalxan.engines.threatintel.csaf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as CSAF 2.1, 2.3 wants them: RFC 3339 in capitals, with a zone, no leap seconds. */
final class Times {

    private static final Pattern FORM =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,30})?"
                            + "(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)");

    private static final Pattern FAR = Pattern.compile("([+-](19|2[0-3]):[0-5]\\d|-00:00)$");
    private static final Pattern LONG_FRACTION = Pattern.compile("(\\.\\d{9})\\d+");
    private static final String USUAL = "0000-00-00T00:00:00Z";
    private static final int SHORT = "2024-01-01T00:00:00.000000000Z".length();

    private Times() {}

    /** Null where the text is no such time. */
    static @Nullable Instant of(String text) {
        return isUsual(text) ? usual(text) : unusual(text);
    }

    /** The form that nearly all have: to the second, in UTC. */
    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char c = text.charAt(i);
            boolean fits = USUAL.charAt(i) == '0' ? c >= '0' && c <= '9' : c == USUAL.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant usual(String text) {
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static @Nullable Instant unusual(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(zoneWithinReach(nanos(text))).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The Java library knows zones to 18 hours only; RFC 3339 allows 23:59. */
    private static String zoneWithinReach(String text) {
        return text.endsWith("Z") ? text : FAR.matcher(text).replaceFirst("Z");
    }

    private static String nanos(String text) {
        return text.length() > SHORT ? LONG_FRACTION.matcher(text).replaceFirst("$1") : text;
    }
}
