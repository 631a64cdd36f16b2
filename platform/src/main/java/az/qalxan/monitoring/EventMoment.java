package az.qalxan.monitoring;

import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.LogEvent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an event happened, by the fields in which logs say it; without a zone it is UTC. */
final class EventMoment {

    private static final List<String> FIELDS =
            List.of(
                    "UtcTime",
                    "SystemTime",
                    "TimeCreated",
                    "@timestamp",
                    "EventTime",
                    "eventTime",
                    "timestamp",
                    "ts",
                    "time",
                    "TimeGenerated");

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final BigDecimal MILLIS_FROM = BigDecimal.valueOf(100_000_000_000L);

    private EventMoment() {}

    static @Nullable Instant of(LogEvent event) {
        for (String field : FIELDS) {
            List<EventValue> values = event.values(field);
            @Nullable Instant moment = values.isEmpty() ? null : read(values.getFirst());
            if (moment != null && !moment.isBefore(FIRST) && moment.isBefore(LAST)) {
                return moment;
            }
        }
        return null;
    }

    private static @Nullable Instant read(EventValue value) {
        return switch (value) {
            case EventValue.Number number -> epoch(number.value());
            case EventValue.Text text -> text(text.text().strip());
            case EventValue.Truth _, EventValue.Nothing _ -> null;
        };
    }

    private static @Nullable Instant epoch(BigDecimal number) {
        BigDecimal millis =
                number.abs().compareTo(MILLIS_FROM) < 0 ? number.movePointRight(3) : number;
        return millis.precision() - millis.scale() > 15
                ? null
                : Instant.ofEpochMilli(millis.longValue());
    }

    private static @Nullable Instant text(String text) {
        if (text.length() < 19 || text.length() > 40) {
            return null;
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        try {
            return zoned(iso)
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean zoned(String iso) {
        String clock = iso.substring(10);
        return clock.endsWith("Z") || clock.indexOf('+') >= 0 || clock.indexOf('-') >= 0;
    }
}
