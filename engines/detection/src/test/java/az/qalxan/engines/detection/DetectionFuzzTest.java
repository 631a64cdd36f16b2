package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Rules and events that an attacker writes: an answer for any bytes. {@code JAZZER_FUZZ=1} searches
 * for new inputs.
 */
class DetectionFuzzTest {

    private static final String RULE =
            """
            title: Uydurma
            id: 1
            status: test
            level: high
            logsource: {category: test, product: windows}
            detection:
                a:
                    Image|endswith: ['\\a.exe', '*b?']
                    CommandLine|re|i: '^(a|b)+\\d{2,3}$'
                    Port|gte: 7
                b:
                    - 'söz*'
                    - Ip|cidr: fd00::/8
                condition: 1 of a* or not b
            falsepositives: [x]
            """;
    private static final String EVENT =
            """
            {"Event":{"System":{"EventID":1,"Channel":"Security"},"EventData":{"Image":"C:\\\\a.exe",
            "CommandLine":"ab\\u0041 ə","Port":80.5e1,"x":[null,true,{"y":"z"}]}}}\
            """;

    @FuzzTest(maxDuration = "3m")
    void anyRuleIsReadOrRefused(byte[] yaml) {
        rule(yaml);
    }

    @FuzzTest(maxDuration = "3m")
    void anyEventIsJudgedOrRefused(byte[] json) {
        event(json);
    }

    @Test
    void brokenRulesAndEventsAreReadOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            try {
                rule(broken(RULE, random));
                event(broken(EVENT, random));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + i, e);
            }
        }
    }

    private static byte[] broken(String whole, Random random) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(6); i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    switch (random.nextInt(3)) {
                        case 0 -> (byte) random.nextInt(256);
                        case 1 -> (byte) "{}[]:,|\"'\\*?&!%@#-\n ".charAt(random.nextInt(20));
                        default -> bytes[random.nextInt(bytes.length)];
                    };
        }
        return bytes;
    }

    private static void rule(byte[] yaml) {
        RulesRead read = RuleReader.read("fuzz.yml", yaml, Placeholders.NONE);
        for (DetectionRule rule : read.rules()) {
            Interpreter.holds(rule, Rules.event(EVENT).event());
        }
        if (read.rules().isEmpty() && read.correlations().isEmpty() && read.filters().isEmpty()) {
            assertThat(read.flaws()).isNotEmpty();
        }
    }

    private static void event(byte[] json) {
        RuleSet set =
                RuleSet.of(
                        List.of(
                                RuleReader.read(
                                        "r",
                                        RULE.getBytes(StandardCharsets.UTF_8),
                                        Placeholders.NONE)));
        Detector detector =
                DetectionEngine.of(set, new EventSource("windows", Set.of("test"), Set.of()))
                        .detector();
        try {
            detector.judge(json);
            new JsonEvents(EventSource.UNKNOWN).read(json);
        } catch (BadEvent e) {
            assertThat(e.place()).isBetween(1, json.length + 1);
        }
    }

    @Test
    void deepAndWideEventsAreRefused() {
        event("{\"a\":".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        event(("{\"a\":[" + "1,".repeat(200_000) + "1]}").getBytes(StandardCharsets.UTF_8));
        event(("{\"" + "k".repeat(10_000) + "\":1}").getBytes(StandardCharsets.UTF_8));
    }
}
