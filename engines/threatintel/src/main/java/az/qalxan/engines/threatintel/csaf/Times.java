package az.qalxan.engines.threatintel.csaf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
    private static final int SHORT = "2024-01-01T00:00:00.000000000Z".length();

    private Times() {}

    /** Null where the text is no such time. */
    static @Nullable Instant of(String text) {
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
