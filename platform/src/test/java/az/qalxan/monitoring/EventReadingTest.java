package az.qalxan.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.access.Handling;
import az.qalxan.engines.detection.BadEvent;
import az.qalxan.web.ProblemFound;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events are read in the format of their source, and whatever is stored can be read alone. */
class EventReadingTest {

    private static Source source(String format) {
        return new Source(
                new UUID(0, 1),
                "din",
                "Sınaq",
                "other",
                "server",
                2,
                format,
                new Source.LogOrigin("", "", ""),
                "Sınaq üçün.",
                1,
                1,
                Handling.AMBER,
                Instant.EPOCH,
                null,
                0);
    }

    private static EventReading.Lines read(String format, String text) {
        return new EventReading(source(format)).read(text.getBytes(UTF_8));
    }

    @Test
    void linesThatAreNoEventsAreKeptBesideThoseThatAre() {
        EventReading.Lines lines =
                read("auto", "{\"User\":\"A\\\\B\"}\n\n{\"User\":\n{\"Computer\":\"PC-1\"}\n");
        assertThat(lines.events()).extracting(EventReading.Read::line).containsExactly(1, 4);
        assertThat(lines.damaged()).extracting(EventReading.Damaged::line).containsExactly(3);
        assertThat(lines.lines()).isEqualTo(4);
        assertThat(lines.events().getLast().entities()).containsExactly(new Entity("host", "pc-1"));
    }

    @Test
    void timesAreReadAndNonsenseIsNot() {
        EventReading.Lines lines =
                read(
                        "ndjson",
                        """
                        {"UtcTime":"2026-11-20 09:00:00.250"}
                        {"@timestamp":"2026-11-20T13:00:00+04:00"}
                        {"UtcTime":"gestern"}
                        """);
        assertThat(lines.events())
                .extracting(EventReading.Read::at)
                .containsExactly(
                        Instant.parse("2026-11-20T09:00:00.250Z"),
                        Instant.parse("2026-11-20T09:00:00Z"),
                        null);
    }

    @Test
    void aLineOfATableIsStoredWithItsColumns() throws BadEvent {
        String zeek =
                """
                #separator \\x09
                #path\tdns
                #fields\tts\tid.orig_h\tquery
                #types\ttime\taddr\tstring
                1606809600.5\t203.0.113.7\twww.example.az
                """;
        EventReading reading = new EventReading(source("auto"));
        EventReading.Read read = reading.read(zeek.getBytes(UTF_8)).events().getFirst();
        assertThat(read.at()).isEqualTo(Instant.parse("2020-12-01T08:00:00.5Z"));
        assertThat(read.entities())
                .contains(new Entity("ip", "203.0.113.7"), new Entity("domain", "www.example.az"));
        assertThat(new EventReading(source("auto")).event(read.raw()).values("query")).hasSize(1);
    }

    @Test
    void noMoreIsReadThanIsTakenAtOnce() {
        assertThatThrownBy(() -> read("ndjson", "{}\n".repeat(EventIntake.BATCH_EVENTS_MAX + 1)))
                .isInstanceOf(ProblemFound.class)
                .hasMessage("event-batch-too-large");
        assertThatThrownBy(() -> read("ndjson", "{x}\n".repeat(EventIntake.BATCH_EVENTS_MAX + 1)))
                .isInstanceOf(ProblemFound.class)
                .hasMessage("event-batch-too-large");
    }

    @Test
    void headsAreCountedWithEachEventThatIsKept() {
        String table = zeek(15_000);
        assertThat(read("auto", table + "1.5\n".repeat(100)).events()).hasSize(100);
        assertThatThrownBy(() -> read("auto", table + "1.5\n".repeat(5_000)))
                .isInstanceOf(ProblemFound.class)
                .hasMessage("event-batch-too-large");
    }

    @Test
    void linesBelowAHeadThatIsTooLongAreDamaged() {
        EventReading.Lines lines = read("auto", zeek(17_000) + "1.5\n2.5\n");
        assertThat(lines.events()).isEmpty();
        assertThat(lines.damages()).isEqualTo(2);
        assertThat(lines.damaged()).first().matches(one -> one.problem().contains("16384"));
    }

    private static String zeek(int chars) {
        return "#separator \\x09\n#path\tconn\n#note\t"
                + "x".repeat(chars)
                + "\n#fields\tts\n#types\ttime\n";
    }

    @Test
    void damagedLinesAreCountedAndSomeAreKept() {
        EventReading.Lines lines = read("ndjson", "{x}\n".repeat(150));
        assertThat(lines.damages()).isEqualTo(150);
        assertThat(lines.damaged()).hasSize(EventReading.DAMAGED_KEPT_MAX);
    }

    @Test
    void entitiesAreBareAndBounded() {
        EventReading.Read read =
                read(
                                "ndjson",
                                """
                                {"Hashes":"MD5=d41d8cd98f00b204e9800998ecf8427e,IMPHASH=0","SourceIp":"::ffff:10.0.0.1","DestinationIp":"127.0.0.1","User":"-"}
                                """)
                        .events()
                        .getFirst();
        assertThat(read.entities())
                .containsExactlyInAnyOrder(
                        new Entity("hash", "d41d8cd98f00b204e9800998ecf8427e"),
                        new Entity("ip", "10.0.0.1"));
    }
}
