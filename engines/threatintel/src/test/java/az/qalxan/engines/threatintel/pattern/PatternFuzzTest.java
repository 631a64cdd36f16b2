package az.qalxan.engines.threatintel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Texts of strangers end in an answer, whatever they are. */
class PatternFuzzTest {

    private static final int ROUNDS = 4_000;

    /** With Jazzer: {@code mvn test -Dtest=PatternFuzzTest} under JAZZER_FUZZ=1. */
    @FuzzTest
    void anyTextIsAPatternOrHasAFaultInside(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ask(text, new Invented(new Random(1)).observations());
    }

    @FuzzTest
    void anyJsonHasObservationsOrFaults(byte[] bytes) {
        if (new StrictJson(JsonLimits.USUAL).read(bytes)
                instanceof JsonReading.Read(JsonNode node)) {
            ObservationsRead read = new ObservationReader().add(node).read();
            ask("[a:v MATCHES '.' OR a:b_hex != 'x'] REPEATS 2 TIMES", read.observations());
        }
    }

    @Test
    void mutatedPatternsAreReadOrRefusedWithAPlace() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Invented invented = new Invented(random);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = mutated(invented.pattern(), random);
            read += ask(text, i % 20 == 0 ? invented.observations() : List.of()) ? 1 : 0;
        }
        assertThat(read).as("seed %s", seed).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    private static boolean ask(String text, List<Observation> observations) {
        return switch (Pattern.read(text)) {
            case PatternReading.Read(Pattern pattern) -> {
                PatternMatcher.match(pattern, observations);
                IndexRound round = PatternIndex.of(List.of(pattern)).round();
                observations.forEach(round::add);
                round.verdicts();
                yield true;
            }
            case PatternReading.Unsupported ignored -> false;
            case PatternReading.Refused(PatternFault fault) -> {
                assertThat(fault.offset()).as(text).isBetween(0, text.length());
                assertThat(fault.allowed()).isNotEmpty();
                yield false;
            }
        };
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0 && mutated.length() > 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 ->
                        mutated.insert(at, "[]()'\\.:=*-0\u00e9 \ud83d".charAt(random.nextInt(15)));
                case 2 -> mutated.setLength(at);
                default -> mutated.insert(at, mutated.substring(at));
            }
        }
        return mutated.toString();
    }
}
