package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.format.EventBlock;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventStream;
import az.qalxan.engines.detection.format.Formats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static List<String> events(EventFormat format, InputStream in) throws IOException {
        EventStream stream = new EventStream(format, in);
        List<String> events = new ArrayList<>();
        for (EventBlock block = stream.next(); block != null; block = stream.next()) {
            for (int i = 0; i < block.count(); i++) {
                int from = block.from(i);
                String text =
                        new String(
                                block.bytes(),
                                from,
                                Math.min(200, block.until(i) - from),
                                StandardCharsets.UTF_8);
                events.add(block.number(i) + " " + text.strip() + block.problem(i));
            }
        }
        return events;
    }

    private static List<String> events(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return events(Formats.AUTO, new ByteArrayInputStream(bytes));
    }

    @Test
    void linesAreEventsAndKeepTheirNumbers() throws IOException {
        assertThat(events("{\"a\":1}\n\n \r\n{\"b\":2}\nbroken\n{\"c\":3}"))
                .containsExactly("1 {\"a\":1}", "4 {\"b\":2}", "5 broken", "6 {\"c\":3}");
        assertThat(events("<13>Mar  1 10:11:12 h a: b\n{\"a\":1}\n"))
                .containsExactly("1 <13>Mar  1 10:11:12 h a: b", "2 {\"a\":1}");
        assertThat(events("")).isEmpty();
        assertThat(events("\n\n")).isEmpty();
    }

    @Test
    void objectsAreFoundHoweverTheyAreLaidOut() throws IOException {
        String one = "{\"a\":\n {\"x\":\"}\\\"\"}}";
        assertThat(events(one + "\n" + one)).hasSize(2).allMatch(event -> event.contains("\"x\""));
        assertThat(events("[" + one + ",\n" + one + "]")).hasSize(2);
        assertThat(events("{\"Records\":[{\"eventName\":\"a\"},{\"eventName\":\"b\"}]}"))
                .containsExactly("1 {\"eventName\":\"a\"}", "2 {\"eventName\":\"b\"}");
        assertThat(events("[" + one + ",\n{\"cut\":")).hasSize(2);
    }

    @Test
    void recordsOfOneAuditEventComeTogetherAlsoWhenMixed() throws IOException {
        String lines =
                """
                type=SYSCALL msg=audit(1.1:1): a=1
                type=SYSCALL msg=audit(1.1:2): a=2
                type=EXECVE msg=audit(1.1:1): a0="x"
                just a line
                type=PROCTITLE msg=audit(1.1:1): proctitle="x"
                type=EOE msg=audit(1.1:2):
                type=USER_LOGIN msg=audit(1.1:3): res=success
                """;
        assertThat(events(lines))
                .extracting(event -> event.lines().count() + " " + event.charAt(0))
                .containsExactly("1 4", "3 1", "2 2", "1 7");
    }

    @Test
    void aTableMayNameItsFieldsAnew() throws Exception {
        String lines =
                "#separator \\x09\n#path\tdns\n#fields\tts\tquery\n1\ta\n2\tb\n"
                        + "#path\thttp\n#fields\tts\turi\thost\n3\t/c\td\n";
        EventStream stream =
                new EventStream(
                        Formats.AUTO,
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        List<String> told = new ArrayList<>();
        FormatEvents events = new FormatEvents(EventSource.UNKNOWN);
        for (EventBlock block = stream.next(); block != null; block = stream.next()) {
            for (int i = 0; i < block.count(); i++) {
                SourcedEvent read =
                        events.read(block.format(), block.bytes(), block.from(i), block.until(i));
                told.add(block.number(i) + " " + read.source().services());
                assertThat(read.event().values("ts")).isNotEmpty();
            }
        }
        assertThat(told).containsExactly("4 [dns]", "5 [dns]", "8 [http]");
    }

    @Test
    void anEventThatIsTooLongIsKeptInPartAndTheNextIsRead() throws IOException {
        byte[] bytes = new byte[EventStream.EVENT_BYTES_MAX + 100_000];
        java.util.Arrays.fill(bytes, (byte) 'x');
        byte[] after = "\n{\"a\":1}\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(after, 0, bytes, bytes.length - after.length, after.length);
        List<String> events = events(Formats.NDJSON, new ByteArrayInputStream(bytes));
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).startsWith("1 xxx").endsWith("bytes");
        assertThat(events.getLast()).isEqualTo("2 {\"a\":1}");
    }

    /** However much is read at a time. */
    @Test
    void piecesMakeNoDifference() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<byte[]> cases = FormatCasesTest.events();
        for (int round = 0; round < 150; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                byte[] one = cases.get(random.nextInt(cases.size()));
                text.append(new String(one, StandardCharsets.UTF_8)).append('\n');
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            EventFormat format = Formats.all().get(random.nextInt(Formats.all().size()));
            boolean audit = format == Formats.AUTO || format.name().equals("auditd");
            List<String> whole = events(format, new ByteArrayInputStream(bytes));
            List<String> pieces = events(format, new Pieces(bytes, random));
            assertThat(pieces)
                    .as("seed %d, %s: %s", seed, format.name(), text)
                    .hasSameSizeAs(whole);
            if (!audit) {
                assertThat(pieces).as("seed %d", seed).isEqualTo(whole);
            }
        }
    }

    @Test
    void objectsOverSeveralLinesAreToldByMoreThanTheFirst() throws IOException {
        String one = "{\n \"Records\": [\n{\"eventName\":\n\"a\"},{\"eventName\":\"b\"}]\n}\n";
        byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
        assertThat(events(Formats.AUTO, new Pieces(bytes, new Random(7)))).hasSize(2);
    }

    /** Whoever writes the first line of a log hides none of the others. */
    @Test
    void aCutLineInFrontTakesNoOtherWithIt() throws IOException {
        String second = "{\"b\":\"" + "x".repeat(600) + "\"}";
        String lines = "{\"a\":\n" + second + "\n{\"c\":3}\n";
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        String shown = "2 " + second.substring(0, 200);
        List<String> expected = List.of("1 {\"a\":", shown, "3 {\"c\":3}");
        assertThat(events(lines)).isEqualTo(expected);
        assertThat(events(Formats.AUTO, new Pieces(bytes, new Random(7)))).isEqualTo(expected);
    }

    /** Gives a few bytes at a time. */
    private static final class Pieces extends InputStream {

        private final byte[] bytes;
        private final Random random;
        private int at;

        Pieces(byte[] bytes, Random random) {
            this.bytes = bytes;
            this.random = random;
        }

        @Override
        public int read() {
            return at == bytes.length ? -1 : bytes[at++] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (at == bytes.length) {
                return -1;
            }
            int some = Math.min(Math.min(length, 1 + random.nextInt(40)), bytes.length - at);
            System.arraycopy(bytes, at, to, from, some);
            at += some;
            return some;
        }
    }
}
