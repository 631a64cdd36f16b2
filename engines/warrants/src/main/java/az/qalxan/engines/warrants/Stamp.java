package az.qalxan.engines.warrants;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A moment as a message writes it.
 *
 * @param text with the sender's own zone
 */
public record Stamp(String text) {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX");

    /** As most fields want it. */
    public static Stamp of(OffsetDateTime moment) {
        return new Stamp(SECONDS.format(moment));
    }

    /** As the header wants it. */
    public static Stamp exact(OffsetDateTime moment) {
        return new Stamp(MICROSECONDS.format(moment.withOffsetSameInstant(ZoneOffset.UTC)));
    }

    /** The moment; 24:00 is the start of the next day. */
    public OffsetDateTime at() {
        if (text.startsWith("T24:", 10)) {
            String midnight = text.substring(0, 10) + "T00:" + text.substring(14);
            return OffsetDateTime.parse(midnight).plus(1, ChronoUnit.DAYS);
        }
        return OffsetDateTime.parse(text);
    }
}
