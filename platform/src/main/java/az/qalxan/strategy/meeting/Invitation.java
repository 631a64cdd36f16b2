package az.qalxan.strategy.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * A meeting for a calendar (RFC 5545). A later one replaces an earlier one by its sequence.
 *
 * @param sequence how often the plan was changed
 */
record Invitation(
        UUID id,
        int sequence,
        boolean cancelled,
        Instant start,
        Instant made,
        String title,
        String place,
        String words) {

    static final Duration LENGTH = Duration.ofHours(2);

    /** RFC 5545 §3.1: a line has at most so many bytes. */
    static final int LINE_BYTES_MAX = 75;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Qalxan//Meetings//AZ");
        line(text, "METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + id + "@qalxan");
        line(text, "SEQUENCE:" + sequence);
        line(text, "DTSTAMP:" + MOMENT.format(made));
        line(text, "DTSTART:" + MOMENT.format(start));
        line(text, "DTEND:" + MOMENT.format(start.plus(LENGTH)));
        line(text, "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        line(text, "SUMMARY:" + escaped(title));
        line(text, "LOCATION:" + escaped(place));
        line(text, "DESCRIPTION:" + escaped(words));
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** RFC 5545 §3.3.11. */
    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .replace("\n", "\\n");
    }

    /** Folds between signs, never inside one. */
    private static void line(StringBuilder text, String line) {
        int bytes = 0;
        for (int at = 0; at < line.length(); ) {
            String sign = Character.toString(line.codePointAt(at));
            int size = sign.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE_BYTES_MAX) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(sign);
            bytes += size;
            at += sign.length();
        }
        text.append("\r\n");
    }
}
