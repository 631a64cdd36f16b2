package az.qalxan.engines.detection;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an event says that it happened. What has no zone is taken as UTC. */
public final class EventTimes {

    /** The fields that are asked; the first that holds a time decides. */
    public static final List<String> FIELDS =
            List.of(
                    "TimeCreated_SystemTime",
                    "SystemTime",
                    "@timestamp",
                    "TimeCreated",
                    "eventTime",
                    "timestamp",
                    "Timestamp",
                    "EventTime",
                    "UtcTime",
                    "event.created",
                    "_time",
                    "time",
                    "Time",
                    "datetime",
                    "ts");

    private static final int LENGTH_MIN = 8;
    private static final int LENGTH_MAX = 48;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final BigDecimal SECOND_NANOS = BigDecimal.valueOf(1_000_000_000L);

    private final String text;
    private int at;

    private EventTimes(String text) {
        this.text = text;
    }

    /** Null where it does not say, or in no way that is known here. */
    public static @Nullable Instant of(LogEvent event) {
        for (String field : FIELDS) {
            for (EventValue value : event.values(field)) {
                Instant moment = of(value);
                if (moment != null) {
                    return moment;
                }
            }
        }
        return null;
    }

    static @Nullable Instant of(EventValue value) {
        return value instanceof EventValue.Text(String text)
                ? of(text)
                : value instanceof EventValue.Number number ? since1970(number.value()) : null;
    }

    /** The moment that the text names: ISO 8601, of a web server's log, or counted since 1970. */
    public static @Nullable Instant of(String text) {
        String whole = text.strip();
        if (whole.length() < LENGTH_MIN || whole.length() > LENGTH_MAX) {
            return null;
        }
        try {
            if (whole.startsWith("/Date(")) {
                return since1970(Numbers.parse(whole.replaceAll("\\D", "")));
            }
            EventTimes reading = new EventTimes(whole);
            if (whole.charAt(2) == '/') {
                return reading.webServer();
            }
            return whole.charAt(4) == '-' || whole.charAt(4) == '/'
                    ? reading.iso()
                    : since1970(Numbers.parse(whole));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Seconds, or by its size thousandths, millionths, or milliardths. */
    private static @Nullable Instant since1970(@Nullable BigDecimal number) {
        if (number == null || number.signum() <= 0 || number.precision() - number.scale() > 19) {
            return null;
        }
        int digits = number.precision() - number.scale();
        if (digits < 9) {
            return null;
        }
        int thousands = digits <= 11 ? 0 : digits <= 14 ? 1 : digits <= 17 ? 2 : 3;
        BigDecimal nanos = number.multiply(SECOND_NANOS).movePointLeft(3 * thousands);
        if (nanos.precision() - nanos.scale() > 19) {
            return null;
        }
        BigDecimal[] parts = nanos.divideAndRemainder(SECOND_NANOS);
        return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
    }

    private @Nullable Instant iso() {
        int year = digits(4);
        at++;
        int month = digits(2);
        at++;
        int day = digits(2);
        if (at >= text.length() || "T t_".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        at++;
        return moment(LocalDate.of(year, month, day));
    }

    /** Such as {@code 10/Oct/2000:13:55:36 -0700}. */
    private @Nullable Instant webServer() {
        int day = digits(2);
        int month = text.length() > 6 ? MONTHS.indexOf(text.substring(3, 6)) : -1;
        at = 7;
        int year = digits(4);
        at++;
        return month < 0 || month % 3 != 0 ? null : moment(LocalDate.of(year, month / 3 + 1, day));
    }

    private @Nullable Instant moment(LocalDate date) {
        int hour = digits(2);
        at++;
        int minute = digits(2);
        int second = 0;
        int nanos = 0;
        if (next(':')) {
            second = digits(2);
            if (next('.') || next(',')) {
                nanos = fraction();
            }
        }
        if (hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        while (next(' ')) {}
        Integer offset = offset();
        if (offset == null) {
            return null;
        }
        long clock = 3_600L * hour + 60L * minute + second;
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + clock - offset, nanos);
    }

    private boolean next(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Seconds east of Greenwich; null where something else stands there. */
    private @Nullable Integer offset() {
        if (at == text.length()) {
            return 0;
        }
        String rest = text.substring(at);
        if (rest.equals("Z") || rest.equals("z") || rest.equals("UTC") || rest.equals("GMT")) {
            return 0;
        }
        int sign = rest.charAt(0) == '+' ? 1 : rest.charAt(0) == '-' ? -1 : 0;
        if (sign == 0) {
            return null;
        }
        at++;
        int hours = digits(2);
        next(':');
        int minutes = at < text.length() ? digits(2) : 0;
        return at == text.length() && hours <= 18 && minutes < 60
                ? sign * (3_600 * hours + 60 * minutes)
                : null;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (c < '0' || c > '9') {
                throw new DateTimeException("a digit is missing");
            }
            value = 10 * value + c - '0';
            at++;
        }
        return value;
    }

    /** What is finer than a nanosecond is left out. */
    private int fraction() {
        int value = 0;
        int digits = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            if (digits < 9) {
                value = 10 * value + text.charAt(at) - '0';
                digits++;
            }
            at++;
        }
        for (; digits < 9; digits++) {
            value *= 10;
        }
        return value;
    }
}
