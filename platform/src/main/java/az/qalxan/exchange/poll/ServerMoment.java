package az.qalxan.exchange.poll;

import az.qalxan.exchange.StixMoment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Moments as servers write them: as TAXII asks, with an offset, or as HTTP and scripts do. */
final class ServerMoment {

    /** As JavaScript prints a date; some servers put that into the header. */
    private static final DateTimeFormatter SCRIPT =
            DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT'xx", Locale.ROOT);

    private static final List<DateTimeFormatter> OTHERS =
            List.of(DateTimeFormatter.RFC_1123_DATE_TIME, SCRIPT);

    private ServerMoment() {}

    static Optional<Instant> read(String text) {
        Optional<Instant> exact = StixMoment.instant(text.strip());
        return exact.isPresent() ? exact : offset(text.strip());
    }

    private static Optional<Instant> offset(String text) {
        try {
            String iso = text.replaceFirst("^([0-9-]{10}) ", "$1T");
            Instant moment = OffsetDateTime.parse(iso).toInstant();
            return Optional.of(moment.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return other(text.replaceFirst(" \\(.*\\)$", ""));
        }
    }

    private static Optional<Instant> other(String text) {
        for (DateTimeFormatter form : OTHERS) {
            try {
                return Optional.of(ZonedDateTime.parse(text, form).toInstant());
            } catch (DateTimeException e) {
                // the next form
            }
        }
        return Optional.empty();
    }
}
