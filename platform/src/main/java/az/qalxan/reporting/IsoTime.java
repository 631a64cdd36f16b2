package az.qalxan.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads an ISO 8601 date, with or without a time, with or without a zone. */
public final class IsoTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern(
                            "uuuu-MM-dd[['T'][' ']HH:mm[:ss][[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][X]]")
                    .withResolverStyle(ResolverStyle.STRICT);

    /** {@code 2026-11-23T14:30:05Z}, the form that programs send. */
    private static final int PLAIN_CHARS = 20;

    private static final String PLAIN = "dddd-dd-ddTdd:dd:ddZ";

    private IsoTime() {}

    /** The instant; noon of the day when only a date is given; null when it cannot be read. */
    public static @Nullable Instant read(String text, ZoneId zone) {
        try {
            if (isPlain(text)) {
                return plain(text);
            }
            TemporalAccessor read =
                    FORM.parseBest(
                            text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (read) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case LocalDate day -> day.atTime(12, 0).atZone(zone).toInstant();
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A formatter costs a hundred times as much as reading digits at known places. */
    private static boolean isPlain(String text) {
        if (text.length() != PLAIN_CHARS) {
            return false;
        }
        for (int i = 0; i < PLAIN_CHARS; i++) {
            char found = text.charAt(i);
            char wanted = PLAIN.charAt(i);
            if (wanted == 'd' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
