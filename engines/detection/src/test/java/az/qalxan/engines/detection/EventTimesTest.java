package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2020-06-10T02:50:57.562Z          | 2020-06-10T02:50:57.562Z
                    2020-06-10 02:50:57.113           | 2020-06-10T02:50:57.113Z
                    2020-06-10 02:50:57,113           | 2020-06-10T02:50:57.113Z
                    2020-06-10T02:50                  | 2020-06-10T02:50:00Z
                    2026-07-17T14:18:34.072213Z       | 2026-07-17T14:18:34.072213Z
                    2026-07-17T14:18:34.0722139999Z   | 2026-07-17T14:18:34.072213999Z
                    2017-04-07T22:24:37.251547+0100   | 2017-04-07T21:24:37.251547Z
                    2017-04-07T22:24:37+04:00         | 2017-04-07T18:24:37Z
                    2017-04-07T22:24:37-03            | 2017-04-08T01:24:37Z
                    2017-04-07 22:24:37 UTC           | 2017-04-07T22:24:37Z
                    2017/04/07 22:24:37               | 2017-04-07T22:24:37Z
                    10/Oct/2000:13:55:36 -0700        | 2000-10-10T20:55:36Z
                    1591367999.305988                 | 2020-06-05T14:39:59.305988Z
                    1591367999                        | 2020-06-05T14:39:59Z
                    1591367999305                     | 2020-06-05T14:39:59.305Z
                    1591367999305988                  | 2020-06-05T14:39:59.305988Z
                    1591367999305988123               | 2020-06-05T14:39:59.305988123Z
                    /Date(1591367999305)/             | 2020-06-05T14:39:59.305Z
                    """)
    void momentsAreReadInTheUsualWays(String text, Instant wanted) {
        assertThat(EventTimes.of(text)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2020-06-10",
                "2020-13-10T02:50:57Z",
                "2020-06-10T25:50:57Z",
                "2020-06-10T02:50:57 somewhere",
                "2020-06-10T02:50:57+1",
                "10/Ogo/2000:13:55:36 -0700",
                "10/anF/2000:13:55:36 -0700",
                "12345",
                "-1591367999",
                "99999999999999999999999999",
                "1e300",
                "Jun 10 02:50:57"
            })
    void whatIsNoMomentIsNone(String text) {
        assertThat(EventTimes.of(text)).isNull();
    }

    @Test
    void anyTextGetsAnAnswer() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String letters = "0123456789-:/.TZ+ ,Dateə";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "2020-06-10T02" : "");
            int length = random.nextInt(20);
            for (int k = 0; k < length; k++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Instant moment = EventTimes.of(text.toString());
            assertThat(moment == null || moment.isAfter(Instant.MIN)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void theDetectorTellsTheTimeThatTheWholeEventTells() throws BadEvent {
        RulesRead read = Rules.read("sel: {a: 1}\ncondition: sel\n");
        Detector detector =
                DetectionEngine.of(RuleSet.of(List.of(read)), EventSource.UNKNOWN).detector();
        for (String json :
                Set.of(
                        "{\"UtcTime\":\"2020-06-10 02:50:57.113\",\"@timestamp\":1591367999}",
                        "{\"Event\":{\"System\":{\"TimeCreated\":{\"#attributes\":{\"SystemTime\":"
                                + "\"2026-07-17T14:18:34.072213Z\"}}}}}",
                        "{\"time\":\"no time\",\"ts\":1591367999.305988}",
                        "{\"a\":1}")) {
            detector.judge(json.getBytes(StandardCharsets.UTF_8));
            assertThat(detector.at()).as(json).isEqualTo(EventTimes.of(Rules.event(json).event()));
        }
        detector.judge("{\"@timestamp\":1591367999}".getBytes(StandardCharsets.UTF_8));
        assertThat(detector.at()).isEqualTo(Instant.parse("2020-06-05T14:39:59Z"));
    }
}
