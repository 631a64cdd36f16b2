package az.qalxan.engines.threatintel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The cases of src/test/resources/patterns, asked of the plain matcher and of the index. */
class PatternCasesTest {

    private static final List<String> FILES =
            List.of(
                    "values",
                    "texts",
                    "octets",
                    "networks",
                    "paths",
                    "observations",
                    "grammar",
                    "forms");
    private static final int CASES_MIN = 500;

    private record Case(String place, char expected, String pattern, List<Observation> observed) {}

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return read().stream()
                .map(one -> DynamicTest.dynamicTest(one.place(), () -> assertAnswer(one)));
    }

    @Test
    void areMany() throws IOException {
        assertThat(read()).hasSizeGreaterThan(CASES_MIN);
    }

    private static void assertAnswer(Case one) {
        switch (Pattern.read(one.pattern())) {
            case PatternReading.Unsupported(PatternFault fault) ->
                    assertThat('~').as(fault.words()).isEqualTo(one.expected());
            case PatternReading.Refused(PatternFault fault) ->
                    assertThat('!').as(fault.words()).isEqualTo(one.expected());
            case PatternReading.Read(Pattern pattern) -> {
                Judgement judgement = PatternMatcher.match(pattern, one.observed());
                boolean matched = judgement.verdict() instanceof Verdict.Matched;
                char answer = matched ? '+' : judgement.faults().isEmpty() ? '-' : '?';
                assertThat(answer).as(one.pattern()).isEqualTo(one.expected());
                IndexRound round = PatternIndex.of(List.of(pattern)).round();
                one.observed().forEach(round::add);
                assertThat(round.verdicts().containsKey(0)).as("index").isEqualTo(matched);
                if (answer == '?') {
                    assertThat(round.faults()).as("index").isNotEmpty();
                }
            }
        }
    }

    private static List<Case> read() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String file : FILES) {
            List<Observation> observed = List.of();
            int number = 0;
            for (String line : text(file + ".cases").split("\n")) {
                number++;
                if (line.startsWith("observed ")) {
                    observed = observed(line.substring("observed ".length()));
                } else if (line.startsWith("§")) {
                    int sign = line.indexOf(' ') + 1;
                    String pattern = line.substring(Math.min(line.length(), sign + 2));
                    String place = file + ":" + number + " " + line;
                    cases.add(new Case(place, line.charAt(sign), pattern, observed));
                }
            }
        }
        return cases;
    }

    private static List<Observation> observed(String json) {
        JsonReading reading =
                new StrictJson(JsonLimits.USUAL).read(json.getBytes(StandardCharsets.UTF_8));
        if (reading instanceof JsonReading.Read(JsonNode node)) {
            ObservationsRead read = new ObservationReader().add(node).read();
            assertThat(read.faults()).isEmpty();
            return read.observations();
        }
        throw new AssertionError(reading.toString());
    }

    private static String text(String name) throws IOException {
        try (InputStream in = PatternCasesTest.class.getResourceAsStream("/patterns/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
