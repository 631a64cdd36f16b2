package az.qalxan.engines.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as formats write them. */
final class Dates {

    private static final long FILETIME_EPOCH_SECONDS = -11_644_473_600L;
    private static final long COCOA_EPOCH_SECONDS = 978_307_200L;
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final int MAIL_DATE_MAX = 100;
    private static final Pattern MAIL =
            Pattern.compile(
                    "(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{2,4})\\s+(\\d{1,2}):(\\d{2})"
                            + "(?::(\\d{2}))?\\s*([+-]\\d{4}|[A-Z]{1,5})?");

    private Dates() {}

    /** A time of Windows: 100 ns since 1601. */
    static Instant filetime(long ticks) {
        return Instant.ofEpochSecond(
                FILETIME_EPOCH_SECONDS + Math.floorDiv(ticks, 10_000_000L),
                Math.floorMod(ticks, 10_000_000L) * 100);
    }

    /** A number in one of the epochs of stores.yaml; empty for numbers beyond all times. */
    static Optional<Instant> of(String epoch, double number) {
        if (!(Math.abs(number) < 1e19) || number == 0) {
            return Optional.empty();
        }
        long whole = (long) number;
        try {
            return Optional.of(
                    switch (epoch) {
                        case "webkit" -> filetime(Math.multiplyExact(whole, 10L));
                        case "filetime" -> filetime(whole);
                        case "unix-s" -> Instant.ofEpochSecond(whole);
                        case "unix-ms" -> Instant.ofEpochMilli(whole);
                        case "unix-us" ->
                                Instant.ofEpochSecond(
                                        Math.floorDiv(whole, 1_000_000L),
                                        Math.floorMod(whole, 1_000_000L) * 1000);
                        case "cocoa" -> cocoa(number);
                        default -> throw new IllegalArgumentException("no epoch " + epoch);
                    });
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Seconds since 2001, or nanoseconds where the number is that large. */
    private static Instant cocoa(double number) {
        double seconds = Math.abs(number) > 1e12 ? number / 1e9 : number;
        long whole = (long) Math.floor(seconds);
        long micros = (long) ((seconds - whole) * 1e6);
        return Instant.ofEpochSecond(COCOA_EPOCH_SECONDS + whole, micros * 1000);
    }

    /** The date of a mail's header, RFC 5322 with its old forms. */
    static Optional<Instant> mail(String header) {
        String some = header.substring(0, Math.min(header.length(), MAIL_DATE_MAX));
        Matcher date = MAIL.matcher(some);
        if (!date.find()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1;
        int year = Integer.parseInt(date.group(3));
        year += date.group(3).length() > 2 ? 0 : year < 50 ? 2000 : 1900;
        int seconds = date.group(6) == null ? 0 : Math.min(59, Integer.parseInt(date.group(6)));
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    year,
                                    month,
                                    Integer.parseInt(date.group(1)),
                                    Integer.parseInt(date.group(4)),
                                    Integer.parseInt(date.group(5)),
                                    seconds)
                            .toInstant(offset(date.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(@org.jspecify.annotations.Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        return switch (zone) {
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "EST", "CDT" -> ZoneOffset.ofHours(-5);
            case "CST", "MDT" -> ZoneOffset.ofHours(-6);
            case "MST", "PDT" -> ZoneOffset.ofHours(-7);
            case "PST" -> ZoneOffset.ofHours(-8);
            default ->
                    zone.length() == 5 && (zone.charAt(0) == '+' || zone.charAt(0) == '-')
                            ? ZoneOffset.of(zone)
                            : ZoneOffset.UTC;
        };
    }
}
