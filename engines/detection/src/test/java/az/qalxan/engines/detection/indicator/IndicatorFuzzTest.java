package az.qalxan.engines.detection.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.MatchedValue;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files and texts that an attacker writes: an answer for any bytes. */
class IndicatorFuzzTest {

    private static final IndicatorSet SET =
            Indicators.set(
                    "d41d8cd98f00b204e9800998ecf8427e",
                    "bad.example",
                    "http://url.example:81/a?q",
                    "198.51.100.0/24",
                    "2001:db8::/32",
                    "kim@mail.example");

    private static final String TEXT =
            "x.bad.example,http://url.example:81/a?q#x;198.51.100.7:80 [2001:db8::7] "
                    + "kim@mail.example MD5=D41D8CD98F00B204E9800998ECF8427E ə.bad.example";

    private static final String FILE =
            """
            # siyahı
            value,type,source,confidence,tlp,valid_from,valid_until,id
            "bad[.]example",domain,a,80,TLP:RED,2026-01-01,2027-01-01T00:00:00Z,indicator--6b0a9d4e-0000-4000-8000-000000000001
            {"value":"hxxp://url[.]example/","kind":"url","confidence":5}
            198.51.100.7:80,ip:port,,,,,1790000000,
            """;

    @FuzzTest(maxDuration = "3m")
    void anyTextGetsAnAnswer(byte[] text) {
        text(text);
    }

    @FuzzTest(maxDuration = "3m")
    void anyFileIsReadOrRefused(byte[] file) throws IOException {
        file(file);
    }

    @Test
    void brokenTextsAndFilesGetAnAnswer() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            try {
                text(broken(TEXT, random));
                file(broken(FILE, random));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + i, e);
            }
        }
    }

    @Test
    void endlessWordsTakeLinearTime() {
        for (String part :
                new String[] {
                    "a.", "a.example/", "1:", "@", "ə.", "0", "http://a.example/.", "::"
                }) {
            text(part.repeat(200_000).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] broken(String whole, Random random) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(8); i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    switch (random.nextInt(3)) {
                        case 0 -> (byte) random.nextInt(256);
                        case 1 -> (byte) ".:/@[]-,\"#%\n \\x0".charAt(random.nextInt(16));
                        default -> bytes[random.nextInt(bytes.length)];
                    };
        }
        return bytes;
    }

    private static void text(byte[] text) {
        IndicatorMatcher matcher = Indicators.matcher(SET);
        matcher.begin();
        matcher.field("f".getBytes(StandardCharsets.UTF_8));
        matcher.text(text, 0, text.length);
        for (IndicatorHit hit : matcher.hits(Indicators.NOW)) {
            for (MatchedValue where : hit.values()) {
                assertThat(where.span().until()).isLessThanOrEqualTo(where.value().length());
            }
        }
    }

    private static void file(byte[] file) throws IOException {
        IndicatorSet.Building building = new IndicatorSet.Building(new Random(5));
        IndicatorsRead read =
                IndicatorReader.read(new ByteArrayInputStream(file), Indicators.ORIGIN, building);
        assertThat(building.count()).isEqualTo((int) read.read());
        assertThat((long) read.flaws().size()).isLessThanOrEqualTo(read.refused());
        building.build();
    }
}
