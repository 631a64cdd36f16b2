package az.qalxan.engines.threatintel.pattern;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps as STIX writes them (§2.16): {@code 2026-11-28T03:04:05.678Z} and no other form.
 */
final class Moments {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    private Moments() {}

    /** The moment, with digits after the ninth left out; null where the text is none. */
    static @Nullable Instant read(String text) {
        int end = text.length() - 1;
        if (end < FORM.length() || text.charAt(end) != 'Z' || !hasForm(text)) {
            return null;
        }
        int nanos = nanos(text, end);
        int seconds = two(text, 17);
        if (nanos < 0 || seconds > 60) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            two(text, 0) * 100 + two(text, 2),
                            two(text, 5),
                            two(text, 8),
                            two(text, 11),
                            two(text, 14))
                    .toInstant(ZoneOffset.UTC)
                    .plusSeconds(seconds)
                    .plusNanos(nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasForm(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static int nanos(String text, int end) {
        if (end == FORM.length()) {
            return 0;
        }
        if (text.charAt(FORM.length()) != '.' || end == FORM.length() + 1) {
            return -1;
        }
        int nanos = 0;
        for (int i = FORM.length() + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            if (i <= FORM.length() + NANO_DIGITS) {
                nanos = nanos * 10 + (c - '0');
            }
        }
        for (int i = end - FORM.length() - 1; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
