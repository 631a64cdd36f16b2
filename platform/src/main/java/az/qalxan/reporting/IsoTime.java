package az.qalxan.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads an ISO 8601 date, with or without a time, with or without a zone. */
final class IsoTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd[['T'][' ']HH:mm[:ss][[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][X]]");

    private IsoTime() {}

    /** The instant; noon of the day when only a date is given; null when it cannot be read. */
    static @Nullable Instant read(String text, ZoneId zone) {
        try {
            TemporalAccessor read =
                    FORM.withResolverStyle(java.time.format.ResolverStyle.STRICT)
                            .parseBest(
                                    text,
                                    OffsetDateTime::from,
                                    LocalDateTime::from,
                                    LocalDate::from);
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
}
