package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.RuleFlaw.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: {f;nosuch: x}|UNKNOWN_MODIFIER",
                "a: {f;i: x}|MODIFIER_ORDER",
                "a: {f;re: '(a'}|BAD_REGEX",
                "a: {f;re: '(?=a)'}|REGEX_UNSUPPORTED",
                "a: {f;cidr: 10.0.0.0/33}|BAD_CIDR",
                "a: {f;gt: ten}|MODIFIER_VALUE",
                "a: {f;exists: maybe}|MODIFIER_VALUE",
                "a: {f;wide;base64offset;contains: 'a*b'}|MODIFIER_VALUE",
                "a: {f;expand: '%nobody%'}|PLACEHOLDER",
                "a: {f: [x, null]}|NULL_IN_LIST",
                "a: {f: []}|EMPTY_LIST",
                "a: {f: {g: x}}|NOT_TEXT",
                "b: {f: x}|UNKNOWN_SELECTION",
                "a: {f;contains;all: x}|ALL_OF_ONE",
                "a: {f;windash: '-a -b -c -d -e -f'}|TOO_MANY_VARIANTS"
            })
    void everyFaultOfASelectionIsNamed(String selection, Code code) {
        String detection = selection.replace(';', '|') + "\ncondition: a";
        assertThat(Rules.flaws(detection)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a and; BAD_CONDITION",
                "(a; BAD_CONDITION",
                "a a; BAD_CONDITION",
                "2 of a*; BAD_CONDITION",
                "1 of b*; NO_SELECTION",
                "a | count() > 5; OLD_AGGREGATION",
                "a & b; BAD_CONDITION",
                "of; BAD_CONDITION",
                "not; BAD_CONDITION"
            })
    void everyFaultOfAConditionIsNamed(String condition, Code code) {
        assertThat(Rules.flaws("a: {f: x}\ncondition: \"" + condition + "\"")).contains(code);
    }

    @Test
    void aFlawSaysWhereWhatAndWhatToDo() {
        RuleFlaw flaw = Rules.read("a:\n    f|cidr: 10.0.0.0/33\ncondition: a").flaws().getFirst();
        assertThat(flaw.line()).isEqualTo(9);
        assertThat(flaw.rule()).isEqualTo("11111111-1111-4111-8111-111111111111");
        assertThat(flaw.words()).contains("10.0.0.0/33");
        assertThat(flaw.remedy()).contains("address/bits");
    }

    @Test
    void everyCodeCanSayItsWords() {
        for (Code code : Code.values()) {
            RuleFlaw flaw = new RuleFlaw(1, 1, "", code, List.of("a", "b", "c"));
            assertThat(flaw.words()).isNotBlank();
            assertThat(flaw.remedy()).isNotBlank();
        }
    }

    @Test
    void oneBadRuleDoesNotTakeTheOthersOfItsFile() {
        String good =
                "title: G\nlogsource: {category: test}\ndetection: {a: {f: x}, condition: a}\n";
        String bad =
                "title: B\nlogsource: {category: test}\ndetection: {a: {f|no: x}, condition: a}\n";
        RulesRead read =
                RuleReader.read(
                        "two.yml",
                        (bad + "---\n" + good).getBytes(StandardCharsets.UTF_8),
                        Placeholders.NONE);
        assertThat(read.documents()).isEqualTo(2);
        assertThat(read.rules()).extracting(rule -> rule.header().title()).containsExactly("G");
        assertThat(read.flaws()).extracting(RuleFlaw::rule).containsExactly("B");
    }

    @Test
    void filtersTakeEventsAwayFromTheRulesThatTheyName() throws BadEvent {
        String files =
                """
                title: R
                id: r1
                logsource: {category: test}
                detection: {a: {f: x}, condition: a}
                ---
                title: F
                logsource: {category: test}
                filter:
                    rules: [r1]
                    selection: {host: dc1}
                    condition: selection
                """;
        RuleSet set =
                RuleSet.of(
                        List.of(
                                RuleReader.read(
                                        "f.yml",
                                        files.getBytes(StandardCharsets.UTF_8),
                                        Placeholders.NONE)));
        DetectionRule rule = set.rules().getFirst();
        assertThat(Interpreter.holds(rule, Rules.event("{\"f\":\"x\"}").event())).isTrue();
        assertThat(Interpreter.holds(rule, Rules.event("{\"f\":\"x\",\"host\":\"DC1\"}").event()))
                .isFalse();
    }

    @Test
    void correlationsAreCheckedAgainstTheRulesTheyName() {
        String file =
                """
                title: Many
                name: many
                correlation:
                    type: event_count
                    rules: [gone]
                    group-by: [user]
                    timespan: 5m
                    condition: {gte: 10}
                ---
                title: Ring
                name: ring
                id: c2
                correlation:
                    type: temporal
                    rules: [ring]
                    timespan: 1h
                """;
        RuleSet set =
                RuleSet.of(
                        List.of(
                                RuleReader.read(
                                        "c.yml",
                                        file.getBytes(StandardCharsets.UTF_8),
                                        Placeholders.NONE)));
        assertThat(set.correlations()).isEmpty();
        assertThat(set.flaws().get("c.yml"))
                .extracting(RuleFlaw::code)
                .containsExactlyInAnyOrder(Code.UNKNOWN_RULE, Code.CYCLE);
    }
}
