package az.qalxan.engines.threatintel.cap;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as CAP writes them: whole seconds, an offset in digits, UTC as -00:00. */
final class CapTime {

    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[-+][0-9]{2}:[0-9]{2}");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private CapTime() {}

    static String write(OffsetDateTime time) {
        String offset =
                time.getOffset().equals(ZoneOffset.UTC) ? "-00:00" : time.getOffset().getId();
        return LOCAL.format(time) + offset.substring(0, 6);
    }

    static Optional<OffsetDateTime> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(
                            text.endsWith("-00:00")
                                    ? text.substring(0, text.length() - 6) + "Z"
                                    : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
