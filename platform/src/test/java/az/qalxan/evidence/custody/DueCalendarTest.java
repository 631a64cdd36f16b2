package az.qalxan.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.web.TestTexts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A calendar of RFC 5545: lines of 75 octets at most, nothing but numbers of what is due. */
class DueCalendarTest {

    @Test
    void linesAreFoldedAndTellNoTitles() {
        Instant now = Instant.parse("2026-11-27T10:00:00Z");
        Due due =
                new Due(
                        "return",
                        "K-2026-4829137/3-" + "1".repeat(80),
                        "Gizli telefon",
                        "/evidence/exhibits/1",
                        "K-2026-4829137",
                        LocalDate.of(2026, 12, 9),
                        now);
        String text = DueCalendar.of(List.of(due), TestTexts.az(), now);
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .contains("DTSTART;VALUE=DATE:20261209", "DTSTAMP:20261127T100000Z");
        assertThat(text).doesNotContain("Gizli").endsWith("END:VCALENDAR\r\n");
    }
}
