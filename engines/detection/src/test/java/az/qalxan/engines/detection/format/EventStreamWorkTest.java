package az.qalxan.engines.detection.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stream costs, in bytes looked at and moved: never more than a few times its length. */
class EventStreamWorkTest {

    private static EventStream read(EventFormat format, InputStream in) throws IOException {
        EventStream stream = new EventStream(format, in);
        for (EventBlock block = stream.next(); block != null; ) {
            block = stream.next();
        }
        return stream;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void isLinear(EventStream stream, long length) {
        assertThat(stream.moved()).isLessThanOrEqualTo(4 * length);
        assertThat(stream.looked()).isBetween(length, 4 * length);
    }

    /** Each block ends where the format may change. */
    @Test
    void shortBlocksDoNotMoveWhatFollows() throws IOException {
        for (String text : List.of("#\n1\n", "#fields\ta\n1\n#fields\tb\n", "#fields\n", "#\n")) {
            byte[] bytes = bytes(text.repeat(100_000));
            EventStream stream = read(TableFormat.ZEEK, new ByteArrayInputStream(bytes));
            assertThat(stream.moved()).as(text).isLessThanOrEqualTo(bytes.length);
        }
    }

    @Test
    void piecesAreNotLookedAtFromTheBeginningEachTime() throws IOException {
        String words = "x".repeat(300_000);
        List<EventFormat> formats = List.of(Formats.NDJSON, Formats.AUDITD, TableFormat.W3C);
        for (EventFormat format : formats) {
            byte[] bytes = bytes(words + "\n" + words + "\n");
            isLinear(read(format, new Pieces(bytes)), bytes.length);
        }
        byte[] xml = bytes("<Event><a>" + "<b></b>".repeat(50_000) + "</a></Event>\n");
        isLinear(read(Formats.XML, new Pieces(xml)), xml.length);
        byte[] spaces = bytes("<Event></Event>" + " ".repeat(300_000) + "<?" + words);
        isLinear(read(Formats.XML, new Pieces(spaces)), spaces.length);
        byte[] json = bytes("{\n\"a\":[" + "{},\n".repeat(100_000) + "{}]}\n");
        isLinear(read(Formats.NDJSON, new Pieces(json)), json.length);
    }

    /** An end in what was looked at before would be found if it were looked at again. */
    @Test
    void whatWasSeenIsPassedOver() {
        byte[] lines = bytes("a\nb\nc\n");
        for (Cutter cutter :
                List.of(
                        new LineCutter(Formats.NDJSON),
                        new TableCutter(TableFormat.W3C),
                        new AuditCutter(Formats.AUDITD))) {
            EventBlock block = new EventBlock(cutter.format());
            assertThat(cutter.cut(new Held(lines, 0, 3, 6, false), block)).isEqualTo(6);
            assertThat(block.count()).as("%s", cutter).isEqualTo(2);
        }
        byte[] xml = bytes("<Event></Event><Event></Event>");
        EventBlock events = new EventBlock(Formats.XML);
        XmlCutter cutter = new XmlCutter(Formats.XML);
        assertThat(cutter.cut(new Held(xml, 0, 16, 30, false), events)).isEqualTo(30);
        assertThat(events.count()).isEqualTo(1);
        ObjectCutter objects = new ObjectCutter(Formats.NDJSON, false);
        EventBlock none = new EventBlock(Formats.NDJSON);
        assertThat(objects.cut(new Held(bytes("{[\"\\"), 0, 0, 4, false), none)).isZero();
        EventBlock one = new EventBlock(Formats.NDJSON);
        assertThat(objects.cut(new Held(bytes("{}}}\"}\"]}"), 0, 4, 9, false), one)).isEqualTo(9);
        assertThat(one.count()).isEqualTo(1);
    }

    /** What is there whole is given before more is waited for. */
    @Test
    void aBlockThatIsThereIsNotHeldBack() throws IOException {
        byte[] bytes = bytes("#fields\ta\n1\n#fields\tb\n2\n");
        InputStream once =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] to, int from, int length) {
                        assertThat(available()).as("waits").isPositive();
                        return super.read(to, from, length);
                    }
                };
        EventStream stream = new EventStream(Formats.AUTO, once);
        for (int expected = 1; expected <= 2; expected++) {
            EventBlock block = java.util.Objects.requireNonNull(stream.next());
            assertThat(new String(block.bytes(), block.from(0), 1, StandardCharsets.UTF_8))
                    .isEqualTo("" + expected);
        }
    }

    /** Gives forty bytes at a time and says that no more is there. */
    private static final class Pieces extends ByteArrayInputStream {

        Pieces(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int available() {
            return 0;
        }

        @Override
        public synchronized int read(byte[] to, int from, int length) {
            return super.read(to, from, Math.min(length, 40));
        }
    }
}
