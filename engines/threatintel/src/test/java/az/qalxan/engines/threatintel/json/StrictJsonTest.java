package az.qalxan.engines.threatintel.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.json.JsonFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StrictJsonTest {

    private static final StrictJson JSON =
            new StrictJson(
                    JsonLimits.USUAL
                            .withBytesMax(100_000)
                            .withDepthMax(5)
                            .withStringCharsMax(1000)
                            .withNodesMax(100));

    @Test
    void numbersStayAsTheyWereWritten() {
        String text = "[1,1.0,1.00,-0.5,12345678901234567890,0.1234567890123456789,1E+30,1e-7]";
        assertThat(read(text).toString())
                .isEqualTo(
                        "[1,1.0,1.00,-0.5,12345678901234567890,0.1234567890123456789,1E+30,1E-7]");
    }

    @Test
    void orderOfMembersStays() {
        assertThat(read("{\"b\":1,\"a\":{\"z\":null,\"y\":true}}").toString())
                .isEqualTo("{\"b\":1,\"a\":{\"z\":null,\"y\":true}}");
    }

    @Test
    void aMemberTwiceIsRefusedWhereItStands() {
        JsonFault fault = refused("{\"a\":[0,\n {\"b\":1, \"b\":2}]}");
        assertThat(fault.kind()).isEqualTo(Kind.TWICE);
        assertThat(fault.pointer()).isEqualTo("/a/1/b");
        assertThat(fault.line()).isEqualTo(2);
    }

    @Test
    void nothingButUtf8IsRead() {
        assertThat(refused("\"ə\"".getBytes(UTF_16LE)).kind()).isEqualTo(Kind.NOT_UTF8);
        assertThat(refused("\"ü\"".getBytes(ISO_8859_1)).kind()).isEqualTo(Kind.NOT_UTF8);
        for (String hex : List.of("C080", "E08080", "EDA080", "F4908080", "F0808080", "C3", "80")) {
            byte[] inner = java.util.HexFormat.of().parseHex(hex);
            byte[] bytes = new byte[inner.length + 2];
            bytes[0] = '"';
            System.arraycopy(inner, 0, bytes, 1, inner.length);
            bytes[bytes.length - 1] = '"';
            assertThat(refused(bytes).kind()).as(hex).isEqualTo(Kind.NOT_UTF8);
        }
        assertThat(read("\"ə 😀 \u0439\"").asString()).isEqualTo("ə 😀 \u0439");
    }

    @Test
    void halfASurrogatePairIsRefused() {
        for (String half : List.of("\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83dx")) {
            assertThat(refused("[\"" + half + "\"]").kind())
                    .isIn(Kind.LONE_SURROGATE, Kind.NOT_JSON);
            assertThat(refused("{\"" + half + "\":1}").kind())
                    .isIn(Kind.LONE_SURROGATE, Kind.NOT_JSON);
        }
        assertThat(read("\"\\ud83d\\ude00\"").asString()).isEqualTo("😀");
    }

    @Test
    void everyLimitIsALimit() {
        assertThat(read("[[[[[]]]]]").toString()).isEqualTo("[[[[[]]]]]");
        assertThat(refused("[[[[[[]]]]]]").kind()).isEqualTo(Kind.TOO_DEEP);
        assertThat(refused("[".repeat(50_000)).kind()).isEqualTo(Kind.TOO_DEEP);
        assertThat(refused(quoted("x".repeat(1001))).kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(read(quoted("x".repeat(1000))).asString()).hasSize(1000);
        assertThat(refused("{\"" + "n".repeat(1001) + "\":1}").kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(refused("9".repeat(401)).kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(refused("1e999999999").kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(refused("1e-999999999").kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(refused(numbers(100)).kind()).isEqualTo(Kind.TOO_MANY);
        assertThat(read(numbers(99)).size()).isEqualTo(99);
        assertThat(refused(" ".repeat(100_001)).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void whatIsNotJsonIsRefused() {
        for (String text :
                List.of(
                        "",
                        " ",
                        "{",
                        "[1,]",
                        "{\"a\":1,}",
                        "'a'",
                        "NaN",
                        "01",
                        "1 2",
                        "{} x",
                        "// c\n1",
                        "\"\u0001\"",
                        "+1",
                        ".5",
                        "1.",
                        "tru",
                        "{a:1}",
                        "[1 2]")) {
            assertThat(refused(text).kind()).as(text).isEqualTo(Kind.NOT_JSON);
        }
    }

    @Test
    void elementsComeOneByOneWithTheirPlaces() {
        List<String> seen = new ArrayList<>();
        String text = "{\"type\":\"bundle\",\n\"objects\":[\n{\"a\":1},\n  2],\"id\":\"b\"}";
        ElementsReading reading =
                JSON.elements(
                        stream(text),
                        "objects",
                        (element, place) ->
                                seen.add(element + "@" + place.line() + ":" + place.column()));
        assertThat(seen).containsExactly("{\"a\":1}@3:1", "2@4:3");
        assertThat(reading).isInstanceOf(ElementsReading.Ended.class);
        assertThat(((ElementsReading.Ended) reading).rest().toString())
                .isEqualTo("{\"type\":\"bundle\",\"id\":\"b\"}");
    }

    @Test
    void elementsAreCountedUntilTheFault() {
        ElementsReading reading =
                JSON.elements(stream("{\"objects\":[1,2,}"), "objects", (e, p) -> true);
        assertThat(reading.elements()).isEqualTo(2);
        assertThat(reading).isInstanceOf(ElementsReading.Refused.class);
        for (String twice :
                List.of(
                        "{\"objects\":[],\"objects\":[]}",
                        "{\"objects\":1,\"objects\":[]}",
                        "{\"objects\":[],\"objects\":1}",
                        "{\"a\":1,\"a\":1}")) {
            reading = JSON.elements(stream(twice), "objects", (e, p) -> true);
            assertThat(reading).as(twice).isInstanceOf(ElementsReading.Refused.class);
        }
    }

    @Test
    void aSinkMayStop() {
        ElementsReading reading =
                JSON.elements(stream("{\"objects\":[1,2,3"), "objects", (e, p) -> p.index() < 1);
        assertThat(reading).isEqualTo(new ElementsReading.Stopped(2));
    }

    @Test
    void aMillionElementsNeedNoMemoryForThem() {
        StrictJson json = new StrictJson(JsonLimits.USUAL);
        long[] sum = {0};
        ElementsReading reading =
                json.elements(
                        new Many(1_000_000),
                        "objects",
                        (element, place) -> {
                            sum[0] += element.size();
                            return true;
                        });
        assertThat(reading).isInstanceOf(ElementsReading.Ended.class);
        assertThat(sum[0]).isEqualTo(1_000_000);
    }

    /** A bundle of that many small objects that stands nowhere in memory. */
    private static final class Many extends InputStream {

        private final byte[] element = "{\"n\":1},".getBytes(UTF_8);
        private final byte[] head = "{\"objects\":[".getBytes(UTF_8);
        private final byte[] tail = "{\"n\":1}]}".getBytes(UTF_8);
        private final int count;
        private byte[] now = head;
        private int at;
        private int given;

        Many(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            while (at == now.length) {
                if (now == tail) {
                    return -1;
                }
                now = ++given < count ? element : tail;
                at = 0;
            }
            return now[at++];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = 0;
            while (n < length) {
                int b = read();
                if (b < 0) {
                    return n == 0 ? -1 : n;
                }
                bytes[offset + n++] = (byte) b;
            }
            return n;
        }
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static JsonNode read(String text) {
        JsonReading reading = JSON.read(text.getBytes(UTF_8));
        assertThat(reading).isInstanceOf(JsonReading.Read.class);
        return ((JsonReading.Read) reading).node();
    }

    private static JsonFault refused(String text) {
        return refused(text.getBytes(UTF_8));
    }

    private static JsonFault refused(byte[] bytes) {
        JsonReading reading = JSON.read(bytes);
        assertThat(reading).isInstanceOf(JsonReading.Refused.class);
        return ((JsonReading.Refused) reading).fault();
    }
}
