package az.qalxan.engines.threatintel.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final StrictJson JSON = new StrictJson(JsonLimits.USUAL);

    private static String canonical(String json) {
        JsonReading reading = JSON.read(json.getBytes(UTF_8));
        return CanonicalJson.of(((JsonReading.Read) reading).node());
    }

    /** Numbers as ECMAScript writes them; the first five are of RFC 8785, appendix B. */
    @Test
    void numbersAreWrittenAsEcmaScriptDoes() {
        Map<String, String> numbers =
                Map.ofEntries(
                        Map.entry("5e-324", "5e-324"),
                        Map.entry("1.7976931348623157e308", "1.7976931348623157e+308"),
                        Map.entry("9007199254740992", "9007199254740992"),
                        Map.entry("295147905179352830000", "295147905179352830000"),
                        Map.entry("333333333.33333329", "333333333.3333333"),
                        Map.entry("9.999999999999997e22", "9.999999999999997e+22"),
                        Map.entry("1E21", "1e+21"),
                        Map.entry("0.000001", "0.000001"),
                        Map.entry("1e-7", "1e-7"),
                        Map.entry("-0.0", "0"),
                        Map.entry("4.50", "4.5"),
                        Map.entry("-2e-3", "-0.002"),
                        Map.entry("100", "100"));
        numbers.forEach((from, to) -> assertThat(canonical(from)).as(from).isEqualTo(to));
    }

    @Test
    void membersAreSortedByUtf16AndOnlyWhatMustBeIsEscaped() {
        assertThat(
                        canonical(
                                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5}"))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
        assertThat(canonical("\"\\u000f\\u000a\\u0041'\\\\\\/\""))
                .isEqualTo("\"\\u000f\\nA'\\\\/\"");
    }

    @Test
    void whatIsCanonicalStaysAsItIs() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = CanonicalJson.number(number);
                assertThat(Double.parseDouble(text)).as("seed " + seed).isEqualTo(number);
                assertThat(canonical(text)).as("seed " + seed).isEqualTo(text);
            }
        }
    }
}
