package az.qalxan.evidence.custody;

import az.qalxan.web.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What falls due as a calendar (RFC 5545): a day each, by number. Titles and names stay here, since
 * nobody knows where a calendar is read.
 */
final class DueCalendar {

    private static final int OCTETS_MAX = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private DueCalendar() {}

    static String of(List<Due> items, Text text, Instant now) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Qalxan//evidence//AZ");
        for (Due one : items) {
            event(out, one, text, now);
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void event(StringBuilder out, Due one, Text text, Instant now) {
        UUID id =
                UUID.nameUUIDFromBytes((one.kind() + one.path()).getBytes(StandardCharsets.UTF_8));
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + id);
        line(out, "DTSTAMP:" + STAMP.format(now));
        line(out, "DTSTART;VALUE=DATE:" + DAY.format(one.day()));
        line(out, "SUMMARY:" + escaped(text.of("custody.due." + one.kind()) + ": " + one.number()));
        line(out, "END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    /** A content line, folded after 75 octets without parting a sign. */
    private static void line(StringBuilder out, String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            String written = Character.toString(sign);
            int length = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS_MAX) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(written);
            octets += length;
            i += Character.charCount(sign);
        }
        out.append("\r\n");
    }
}
