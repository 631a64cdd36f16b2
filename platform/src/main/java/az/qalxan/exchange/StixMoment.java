package az.qalxan.exchange;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as STIX 2.1 and TAXII 2.1 write them (RFC 3339 with Z), however many digits they have.
 */
public final class StixMoment {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:)([0-9]{2})"
                            + "(?:\\.([0-9]{1,12}))?Z");
    private static final int DIGITS = 12;
    private static final int MICROS = 1_000_000;
    private static final long NANOS_A_MICRO = 1_000;

    private StixMoment() {}

    /** The same moment in a form in which moments compare as texts; empty for what is none. */
    public static Optional<String> key(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String second = form.group(2);
        String written = form.group(1) + (second.equals("60") ? "59" : second) + "Z";
        try {
            Instant.parse(written);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        String fraction = form.group(3) == null ? "" : form.group(3);
        return Optional.of(
                form.group(1) + second + "." + fraction + "0".repeat(DIGITS - fraction.length()));
    }

    /** The moment to the microsecond, what is finer cut off; empty for what is none. */
    public static Optional<Instant> instant(String text) {
        return key(text)
                .map(key -> {
                    String whole = key.substring(0, 19).replaceAll(":60$", ":59");
                    long micros = Long.parseLong(key.substring(20, 26));
                    return Instant.parse(whole + "Z").plusNanos(micros * NANOS_A_MICRO);
                });
    }

    /** Six digits always, as moments of this server are written. */
    public static String text(Instant moment) {
        String whole = Instant.ofEpochSecond(moment.getEpochSecond()).toString();
        return "%s.%06dZ"
                .formatted(
                        whole.substring(0, whole.length() - 1), moment.getNano() / NANOS_A_MICRO);
    }

    /** Now, or just after that moment where the clock is behind it. */
    static Instant after(Instant before, Instant now) {
        return now.isAfter(before.plusMillis(1)) ? now : before.plusMillis(1);
    }

    /** Microseconds since 1970. */
    static long micros(Instant moment) {
        return moment.getEpochSecond() * MICROS + moment.getNano() / NANOS_A_MICRO;
    }

    static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_A_MICRO);
    }
}
