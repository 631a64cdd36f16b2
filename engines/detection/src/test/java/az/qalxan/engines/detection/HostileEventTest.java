package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events written so that they are not seen: found all the same, by the index as one by one. */
class HostileEventTest {

    private static final EventSource SOURCE = new EventSource("windows", Set.of("test"), Set.of());

    private static final RuleSet RULES =
            RuleSet.of(
                    List.of(
                            RuleReader.read(
                                    "r.yml",
                                    """
                                    title: Word
                                    id: word
                                    logsource: {category: test, product: windows}
                                    detection:
                                        a: {text|contains: mimikatz}
                                        b: {text|re: 'seku[rR]lsa::\\w+'}
                                        c: [lsadump]
                                        condition: 1 of them
                                    """
                                            .getBytes(StandardCharsets.UTF_8),
                                    Placeholders.NONE)));

    private final Detector detector = DetectionEngine.of(RULES, SOURCE).detector();

    private boolean found(byte[] json) throws BadEvent {
        boolean found = !detector.judge(json).isEmpty();
        LogEvent event = new JsonEvents(SOURCE).read(json).event();
        assertThat(Interpreter.holds(RULES.rules().getFirst(), event)).isEqualTo(found);
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer one) {
                all.write(one);
            } else {
                all.writeBytes(bytes(String.valueOf(part)));
            }
        }
        return all.toByteArray();
    }

    @Test
    void bytesThatAreNoUtf8HideNothing() throws BadEvent {
        for (int bad : new int[] {0x80, 0xbf, 0xc0, 0xc1, 0xe2, 0xed, 0xf0, 0xf8, 0xff}) {
            assertThat(found(joined("{\"text\":\"", bad, "MimiKatz", bad, "\"}"))).isTrue();
            assertThat(found(joined("{\"text\":\"", bad, bad, " sekuRlsa::x\"}"))).isTrue();
            assertThat(found(joined("{\"other\":\"", bad, "LsaDump\"}"))).isTrue();
            assertThat(found(joined("{\"k", bad, "\":1,\"text\":\"mimikatz\"}"))).isTrue();
            assertThat(found(joined("{\"text\":\"mimi", bad, "katz\"}"))).isFalse();
        }
    }

    @Test
    void halvesOfPairsAndOtherNumbersHideNothing() throws BadEvent {
        assertThat(found(bytes("{\"text\":\"\\ud83dmimikatz\\ude00\"}"))).isTrue();
        assertThat(found(bytes("{\"text\":\"\\ud83d\\ud83d\\u006dimikat\\u007a\"}"))).isTrue();
        assertThat(found(bytes("{\"text\":\"m\\u0130m\\u0131katz\"}"))).isTrue();
        assertThat(found(bytes("{\"other\":\"\\u006csad\\u0075mp\"}"))).isTrue();
        assertThat(found(bytes("{\"text\":\"mimi\\ud83dkatz\"}"))).isFalse();
        assertThat(found(bytes("{\"text\":\"mimi\\u0000katz\"}"))).isFalse();
    }

    @Test
    void ofAKeyThatComesTwiceEachValueCounts() throws BadEvent {
        assertThat(found(bytes("{\"text\":\"mimikatz\",\"text\":\"x\"}"))).isTrue();
        assertThat(found(bytes("{\"text\":\"x\",\"text\":\"mimikatz\"}"))).isTrue();
        assertThat(found(bytes("{\"text\":null,\"text\":[1,\"mimikatz\"]}"))).isTrue();
        StringBuilder many = new StringBuilder("{");
        many.repeat("\"text\":\"x\",", 50_000).append("\"text\":\"mimikatz\"}");
        assertThat(found(bytes(many.toString()))).isTrue();
    }

    @Test
    void hugeFieldsAreLookedThroughToTheirEnd() throws BadEvent {
        String half = "mimikat ".repeat(300_000);
        assertThat(found(bytes("{\"text\":\"" + half + "\"}"))).isFalse();
        assertThat(found(bytes("{\"text\":\"" + half + "mimikatz\"}"))).isTrue();
        String escaped = "\\\\\\\"\\n".repeat(200_000);
        assertThat(found(bytes("{\"text\":\"" + escaped + "sekurlsa::a\"}"))).isTrue();
    }

    @Test
    void whatIsNestedTooDeepIsNoEventAndSaysWhere() throws BadEvent {
        String deep = "{\"a\":".repeat(63);
        String closing = "}".repeat(63);
        assertThat(found(bytes(deep + "{\"text\":\"lsadump\"}" + closing))).isTrue();
        assertThatThrownBy(() -> detector.judge(bytes(deep + "{\"a\":{}}" + closing)))
                .isInstanceOf(BadEvent.class)
                .hasMessageContaining("64");
        assertThat(found(bytes("{\"text\":\"mimikatz\"}"))).as("the next one").isTrue();
    }
}
