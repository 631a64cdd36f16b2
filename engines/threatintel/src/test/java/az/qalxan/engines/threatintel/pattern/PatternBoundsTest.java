package az.qalxan.engines.threatintel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Patterns and observations that are written to take for ever, or to fill the memory. */
class PatternBoundsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Observation observation(int second, long number) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", "x").put("v", second).put("t", "a".repeat(20_000));
        Instant at = START.plusSeconds(second);
        return new Observation("o" + second, at, at, number, Map.of("0", object));
    }

    private static List<Observation> observations(int count) {
        return IntStream.range(0, count).mapToObj(i -> observation(i, 1)).toList();
    }

    private static Verdict ask(String pattern, List<Observation> observations) {
        return PatternMatcher.match(Patterns.read(pattern), observations).verdict();
    }

    private static PatternFault refused(String pattern) {
        return switch (Pattern.read(pattern)) {
            case PatternReading.Refused(PatternFault fault) -> fault;
            case PatternReading.Unsupported ignored -> throw new AssertionError("unsupported");
            case PatternReading.Read ignored -> throw new AssertionError("was read");
        };
    }

    @Test
    void textsThatAreTooLongAreRefused() {
        assertThat(refused("[" + " ".repeat(Pattern.LENGTH_MAX)).allowed()).contains("1000000");
    }

    @Test
    void bracketsThatAreTooDeepAreRefusedWhereTheyBecomeSo() {
        String deep = "(".repeat(100_000);
        assertThat(refused(deep).offset()).isEqualTo(PatternReader.DEPTH_MAX);
        assertThat(refused("[" + deep).offset()).isEqualTo(PatternReader.DEPTH_MAX + 1);
    }

    @Test
    void aHundredThousandChoicesAreRead() {
        String choices =
                IntStream.range(0, 30_000)
                        .mapToObj(i -> "x:v = " + i)
                        .collect(Collectors.joining(" OR ", "[", "]"));
        assertThat(ask(choices, observations(2))).isInstanceOf(Verdict.Matched.class);
        String observing =
                IntStream.range(0, 30_000)
                        .mapToObj(i -> "[x:v = " + (i + 5) + "]")
                        .collect(Collectors.joining(" OR "));
        assertThat(ask(observing, observations(2))).isInstanceOf(Verdict.Unmatched.class);
    }

    @Test
    void repeatsOfVeryMuchAreCountedAndNotTried() {
        List<Observation> many = List.of(observation(0, 999_999_999L), observation(1, 5));
        assertThat(ask("[x:v >= 0] REPEATS 1000000004 TIMES", many))
                .isInstanceOf(Verdict.Matched.class);
        assertThat(ask("[x:v >= 0] REPEATS 1000000005 TIMES", many))
                .isInstanceOf(Verdict.Unmatched.class);
        assertThat(ask("[x:v >= 0] REPEATS 99999999999999999999999 TIMES", many))
                .isInstanceOf(Verdict.Unmatched.class);
    }

    @Test
    void repeatsWithinRepeatsAreGivenUpAndSaidToBe() {
        List<Observation> many = List.of(observation(0, 999_999_999L));
        String nested = "([x:v = 0] FOLLOWEDBY [x:v = 0])";
        for (int i = 0; i < 5; i++) {
            nested = "(" + nested + " REPEATS 1000 TIMES)";
        }
        assertThat(ask(nested, many)).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void choicesThatMultiplyAreGivenUpAndSaidToBe() {
        String one = "([x:v > 1] FOLLOWEDBY [x:v > 2] OR [x:v > 3] AND [x:v > 4])";
        String choice = "(" + one + " OR " + one + ")";
        String all =
                IntStream.range(0, 20).mapToObj(i -> choice).collect(Collectors.joining(" AND "));
        assertThat(ask(all, observations(60))).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void fiftyStepsInARowAreFoundOrRefutedAtOnce() {
        String forward =
                IntStream.range(0, 50)
                        .mapToObj(i -> "[x:v >= 0]")
                        .collect(Collectors.joining(" FOLLOWEDBY "));
        assertThat(ask(forward, observations(50))).isInstanceOf(Verdict.Matched.class);
        assertThat(ask(forward, observations(49))).isInstanceOf(Verdict.Unmatched.class);
        String pairs = "([x:v >= 0] FOLLOWEDBY [x:v >= 0]) REPEATS 25 TIMES";
        assertThat(ask(pairs, observations(50))).isInstanceOf(Verdict.Matched.class);
        assertThat(ask(pairs, observations(49))).isInstanceOf(Verdict.Unmatched.class);
    }

    @Test
    void expressionsThatBacktrackElsewhereAreLinear() {
        for (String expression : List.of("(a+)+$b", "(a|a)*b", "(.*a){20}b")) {
            assertThat(ask("[x:t MATCHES '" + expression + "']", observations(3)))
                    .isInstanceOf(Verdict.Unmatched.class);
        }
    }

    @Test
    void aLikeOfManyWildcardsIsBounded() {
        String like = "%a".repeat(200) + "%b";
        assertThat(ask("[x:t LIKE '" + like + "']", observations(3)))
                .isInstanceOf(Verdict.Unmatched.class);
    }

    @Test
    void listsOfListsDoNotMultiplyWithoutEnd() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 100; i++) {
            list.add("v");
        }
        for (int depth = 0; depth < 6; depth++) {
            ArrayNode outer = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 100; i++) {
                outer.add(list);
            }
            list = outer;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", "x").set("l", list);
        Observation one = new Observation("o", START, START, 1, Map.of("0", object));
        Judgement judgement =
                PatternMatcher.match(
                        Patterns.read("[x:l" + "[*]".repeat(7) + " = 'w']"), List.of(one));
        assertThat(judgement.verdict()).isInstanceOf(Verdict.Unmatched.class);
        assertThat(judgement.faults()).isNotEmpty();
    }

    @Test
    void referencesInACircleEndWithThePath() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", "x").put("v", 1).put("self_ref", "0");
        object.putArray("all_refs").add("0").add("0").add("0").add("0");
        Observation one = new Observation("o", START, START, 1, Map.of("0", object));
        String path = "x:" + "self_ref.".repeat(10_000) + "v";
        assertThat(ask("[" + path + " = 1]", List.of(one))).isInstanceOf(Verdict.Matched.class);
        String wide = "x:" + "all_refs[*].".repeat(100) + "v";
        assertThat(ask("[" + wide + " = 2]", List.of(one))).isInstanceOf(Verdict.Unmatched.class);
    }

    @Test
    void onlySomeFaultsAreKept() {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            observations.add(observation(i, 1));
        }
        Judgement judgement =
                PatternMatcher.match(
                        Patterns.read("[x:t = t'2026-01-01T00:00:00Z']"), observations);
        assertThat(judgement.faults()).hasSize(Unfit.KEPT_MAX);
    }
}
