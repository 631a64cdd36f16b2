package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.engines.detection.pipeline.BadPipeline;
import az.qalxan.engines.detection.pipeline.Pipeline;
import az.qalxan.engines.detection.pipeline.PipelineReader;
import az.qalxan.engines.detection.pipeline.Pipelines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {

    private static final String RULE =
            """
            title: t
            tags: [attack.t1059]
            logsource: {product: windows, category: process_creation}
            detection:
                s:
                    Image|endswith: '\\a.exe'
                    CommandLine|contains: ['x*y', 'z']
                k: ['word']
                n: {User|expand: '%admins%'}
                condition: (s or k) and not n
            """;

    private static Pipeline pipeline(String transformations) throws BadPipeline {
        String yaml = "name: p\npriority: 10\nvars: {admins: [root, orxan]}\ntransformations:\n";
        return PipelineReader.read(
                (yaml + transformations.indent(4)).getBytes(StandardCharsets.UTF_8));
    }

    private static RulesRead read(String rule, String transformations) {
        try {
            return RuleReader.read(
                    "r",
                    rule.getBytes(StandardCharsets.UTF_8),
                    new Placeholders(Map.of("admins", List.of("admin"))),
                    pipeline(transformations));
        } catch (BadPipeline e) {
            throw new AssertionError(e);
        }
    }

    private static boolean holds(String transformations, String json) {
        RulesRead read = read(RULE, transformations);
        assertThat(read.rules()).as("%s", read.flaws()).hasSize(1);
        return Interpreter.holds(read.rules().getFirst(), Rules.event(json).event());
    }

    @Test
    void namesAreMappedAndOneOfSeveralIsEnough() {
        String mapping =
                "- {type: field_name_mapping, mapping: {Image: [a.b, c], CommandLine: cmd}}";
        assertThat(holds(mapping, "{'a.b':'C:\\\\a.exe','cmd':'z'}".replace('\'', '"'))).isTrue();
        assertThat(holds(mapping, "{'c':'C:\\\\a.exe','cmd':'z'}".replace('\'', '"'))).isTrue();
        assertThat(holds(mapping, "{'c':'C:\\\\a.exe','cmd':'q'}".replace('\'', '"'))).isFalse();
        assertThat(holds(mapping, "{'Image':'\\\\a.exe','CommandLine':'z'}".replace('\'', '"')))
                .isFalse();
    }

    @Test
    void namesGetBeginningsAndEndsWhereAskedFor() {
        String steps =
                """
                - type: field_name_prefix
                  prefix: win.
                  field_name_conditions: [{type: include_fields, fields: [Image]}]
                - type: field_name_suffix
                  suffix: .text
                  field_name_conditions: [{type: exclude_fields, fields: [win.Image]}]
                - {type: field_name_prefix_mapping, mapping: {win.: w_}}
                """;
        assertThat(holds(steps, "{\"w_Image\":\"\\\\a.exe\",\"CommandLine.text\":\"z\"}")).isTrue();
    }

    @Test
    void conditionsAreAddedAlsoTheirOpposite() {
        String event = "{\"Image\":\"\\\\a.exe\",\"CommandLine\":\"z\",\"EventID\":%s}";
        String added = "- {type: add_condition, conditions: {EventID: [1, 2]}}";
        assertThat(holds(added, event.formatted(1))).isTrue();
        assertThat(holds(added, event.formatted(3))).isFalse();
        String negated = "- {type: add_condition, negated: true, conditions: {EventID: 1}}";
        assertThat(holds(negated, event.formatted(1))).isFalse();
        assertThat(holds(negated, event.formatted(3))).isTrue();
        String template =
                "- {type: add_condition, template: true, conditions: {EventID: '$category'}}";
        assertThat(holds(template, event.formatted("\"process_creation\""))).isTrue();
    }

    @Test
    void logSourceIsChangedWhereItFits() {
        String steps =
                """
                - type: change_logsource
                  product: linux
                  service: auditd
                  rule_conditions:
                      - {type: logsource, category: process_creation}
                      - {type: tag, tag: attack.t1059}
                - type: change_logsource
                  product: macos
                  rule_conditions: [{type: logsource, product: windows}]
                """;
        assertThat(read(RULE, steps).rules().getFirst().logSource())
                .isEqualTo(new LogSource("linux", "", "auditd"));
    }

    @Test
    void valuesAreReplacedMappedAndSet() {
        String event = "{\"Image\":\"\\\\a.exe\",\"CommandLine\":\"%s\"}";
        String replaced = "- {type: replace_string, regex: '^(z)$', replacement: 'q\\1q'}";
        assertThat(holds(replaced, event.formatted("-qzq-"))).isTrue();
        assertThat(holds(replaced, event.formatted("z"))).isFalse();
        String mapped = "- {type: map_string, mapping: {z: [m, n]}}";
        assertThat(holds(mapped, event.formatted("n"))).isTrue();
        assertThat(holds(mapped, event.formatted("z"))).isFalse();
        String set =
                """
                - type: set_value
                  value: 7
                  field_name_conditions: [{type: include_fields, fields: [CommandLine]}]
                """;
        assertThat(holds(set, event.formatted("a7a"))).isTrue();
        String upper =
                "- {type: case, method: upper, detection_item_conditions: [{type: match_string,"
                        + " cond: all, pattern: 'x|z'}]}";
        assertThat(holds(upper, event.formatted("z"))).isTrue();
    }

    @Test
    void itemsAreDroppedAndWhatIsLeftStillHolds() {
        String drop =
                """
                - type: drop_detection_item
                  detection_item_conditions: [{type: match_string, cond: any, pattern: .*a\\.exe}]
                """;
        assertThat(holds(drop, "{\"CommandLine\":\"z\"}")).isTrue();
        RulesRead all = read(RULE, "- {type: drop_detection_item}");
        assertThat(all.rules()).isEmpty();
        assertThat(all.flaws()).isNotEmpty();
    }

    @Test
    void placeholdersComeOfThePipeline() {
        String event = "{\"Image\":\"\\\\a.exe\",\"CommandLine\":\"z\",\"User\":\"%s\"}";
        assertThat(holds("- {type: value_placeholders}", event.formatted("orxan"))).isFalse();
        assertThat(holds("- {type: value_placeholders}", event.formatted("admin"))).isTrue();
        assertThat(holds("- {type: wildcard_placeholders}", event.formatted("x"))).isFalse();
    }

    @Test
    void rulesAreRefusedWithTheMessage() {
        RulesRead read =
                read(
                        RULE,
                        "- {type: rule_failure, message: yox, rule_conditions: [{type:"
                                + " contains_field, field: Image}]}");
        assertThat(read.rules()).isEmpty();
        assertThat(read.flaws())
                .extracting(RuleFlaw::code, RuleFlaw::arguments)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                RuleFlaw.Code.PIPELINE, List.of("yox")));
        assertThat(
                        read(
                                        RULE,
                                        "- {type: rule_failure, message: x, rule_conditions: [{type: tag,"
                                                + " tag: other}]}")
                                .rules())
                .hasSize(1);
    }

    @Test
    void laterStepsAskWhatWasDone() {
        String steps =
                """
                - {id: first, type: set_state, key: k, val: v}
                - type: field_name_mapping
                  id: named
                  mapping: {Image: i}
                  rule_conditions:
                      - {type: processing_item_applied, processing_item_id: first}
                      - {type: processing_state, key: k, val: v}
                - type: field_name_suffix
                  suffix: '2'
                  field_name_conditions: [{type: processing_item_applied, processing_item_id: named}]
                - type: nest
                  rule_conditions: [{type: processing_item_applied, processing_item_id: none}]
                  rule_cond_not: true
                  items: [{type: field_name_mapping, mapping: {CommandLine: c}}]
                """;
        assertThat(holds(steps, "{\"i2\":\"\\\\a.exe\",\"c\":\"z\"}")).isTrue();
    }

    @Test
    void digestsGetFieldsOfTheirOwn() {
        String rule =
                """
                title: t
                logsource: {category: x}
                detection: {s: {Hashes|contains: ['MD5=AA', 'SHA256=BB', 'IMPHASH=CC']}, condition: s}
                """;
        RulesRead read =
                read(
                        rule,
                        "- {type: hashes_fields, valid_hash_algos: [MD5, SHA256], field_prefix:"
                                + " File}");
        DetectionRule made = read.rules().getFirst();
        for (String event : List.of("{\"FileMD5\":\"aa\"}", "{\"Hashes\":\"a,IMPHASH=CC\"}")) {
            assertThat(Interpreter.holds(made, Rules.event(event).event())).isTrue();
        }
        assertThat(Interpreter.holds(made, Rules.event("{\"Hashes\":\"MD5=AA\"}").event()))
                .isFalse();
    }

    @Test
    void prioritiesDecideTheOrderAndCorrelationsFollow() throws BadPipeline {
        byte[] second =
                "priority: 20\ntransformations: [{type: field_name_suffix, suffix: '2'}]"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] first =
                "priority: 10\ntransformations: [{type: field_name_prefix, prefix: '1'}]"
                        .getBytes(StandardCharsets.UTF_8);
        Pipeline both =
                Pipeline.of(List.of(PipelineReader.read(second), PipelineReader.read(first)));
        assertThat(both.field("x")).isEqualTo("1x2");
        String rule =
                """
                title: c
                correlation:
                    {type: value_count, rules: [r], group-by: [u], timespan: 1m,
                     condition: {gte: 2, field: f}}
                """;
        RulesRead read =
                RuleReader.read(
                        "r", rule.getBytes(StandardCharsets.UTF_8), Placeholders.NONE, both);
        assertThat(read.correlations().getFirst().groupBy()).containsExactly("1u2");
        assertThat(read.correlations().getFirst().asked()).contains("1u2", "1f2");
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsPlace() {
        for (String wrong :
                List.of(
                        "- {type: unknown}",
                        "- {type: field_name_mapping}",
                        "- {type: field_name_prefix, prefix: a, other: b}",
                        "- {type: set_state, key: a, rule_conditions: [{type: nothing}]}",
                        "- {type: set_state, key: a, rule_cond_op: xor}",
                        "- {type: replace_string, regex: '(', replacement: a}",
                        "- {type: replace_string, regex: 'a', replacement: '\\1'}",
                        "- 7")) {
            assertThatThrownBy(() -> pipeline(wrong))
                    .isInstanceOfSatisfying(
                            BadPipeline.class, e -> assertThat(e.line()).as(wrong).isBetween(4, 6));
        }
        assertThatThrownBy(() ->
                        PipelineReader.read("finalizers: []".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadPipeline.class);
    }

    /** Two steps on one line, and a step that takes the name of the rule's own selection. */
    @Test
    void addedConditionsKeepTheRulesSelections() {
        String event = "{\"Image\":\"\\\\a.exe\",\"CommandLine\":\"z\",\"A\":%d,\"B\":%d}";
        String line =
                "[{type: add_condition, conditions: {A: 1}}, {type: add_condition, conditions: {B: 1}}]";
        String nested = "- {type: nest, items: " + line + "}";
        assertThat(holds(nested, event.formatted(1, 1))).isTrue();
        assertThat(holds(nested, event.formatted(0, 1))).isFalse();
        assertThat(holds(nested, event.formatted(1, 0))).isFalse();
        String named = "- {type: add_condition, name: s, conditions: {A: 1}}";
        assertThat(holds(named, event.formatted(1, 0))).isTrue();
        assertThat(holds(named, event.formatted(0, 0))).isFalse();
        assertThat(holds(named, "{\"A\":1}")).isFalse();
        String rule =
                """
                title: t
                logsource: {category: x}
                detection: {s1: {F: 1}, s2: {G: 1}, condition: %s}
                """;
        for (String condition : List.of("1 of *", "1 of them", "1 of s*")) {
            for (String name : List.of("", "name: s1, ")) {
                String step = "- {type: add_condition, " + name + "conditions: {A: 1}}";
                DetectionRule made = read(rule.formatted(condition), step).rules().getFirst();
                assertThat(Interpreter.holds(made, Rules.event("{\"A\":1}").event()))
                        .as(condition + name)
                        .isFalse();
                assertThat(Interpreter.holds(made, Rules.event("{\"A\":1,\"G\":1}").event()))
                        .as(condition + name)
                        .isTrue();
            }
        }
    }

    private static void refused(RulesRead read) {
        assertThat(read.rules()).isEmpty();
        assertThat(read.flaws()).extracting(RuleFlaw::code).containsOnly(RuleFlaw.Code.PIPELINE);
    }

    private static String withValue(String value) {
        return """
        title: t
        logsource: {category: x}
        detection: {s: {F: '%s'}, condition: s}
        """
                .formatted(value);
    }

    @Test
    void whatAnExpressionCannotAnswerRefusesTheRule() {
        String replace = "- {type: replace_string, regex: '%s', replacement: q}";
        String match =
                "- {type: drop_detection_item, detection_item_conditions: [{type: match_string,"
                        + " pattern: '%s'}]}";
        String field =
                "- {type: field_name_suffix, suffix: b, field_name_conditions: [{type:"
                        + " include_fields, mode: re, fields: ['%s']}]}";
        for (String step : List.of(replace, match)) {
            // A stack that ends, more steps than there may be, a stack that ends for the groups.
            refused(read(withValue("ab".repeat(200_000)), step.formatted("(a|b)+")));
            refused(read(withValue("a".repeat(40) + "!"), step.formatted("a*".repeat(8) + "$")));
            String deep = "(".repeat(300) + "a|b" + ")".repeat(300) + "+$";
            RulesRead read = read(withValue("ab".repeat(1_000)), step.formatted(deep));
            assertThat(read.rules().size() + read.flaws().size()).isPositive();
            assertThat(read(withValue("ab"), step.formatted("(c|d)+")).rules()).hasSize(1);
        }
        String named = withValue("x").replace("F:", "a".repeat(60) + "_:");
        refused(read(named, field.formatted("a*".repeat(8) + "$")));
    }

    @Test
    void emptyListsOfRulesAndPipelinesAreToldAndNotThrown() {
        String rule =
                """
                title: t
                logsource: {category: x}
                detection: {s: {F: []}, condition: s}
                """;
        RulesRead read = read(rule, "- {type: set_value, value: 7}");
        assertThat(read.rules().size() + read.flaws().size()).isPositive();
        for (String type :
                List.of("field_name_mapping", "field_name_prefix_mapping", "map_string")) {
            assertThatThrownBy(() -> pipeline("- {type: " + type + ", mapping: {X: []}}"))
                    .isInstanceOfSatisfying(
                            BadPipeline.class, e -> assertThat(e.line()).isEqualTo(5));
        }
    }

    @Test
    void optionsThatAreNotDoneAreRefused() throws BadPipeline {
        String replace = "- {type: replace_string, regex: 'a', replacement: 'b', %s}";
        String set = "- {type: set_value, value: %s, force_type: %s}";
        for (String wrong :
                List.of(
                        replace.formatted("skip_special: true"),
                        replace.formatted("interpret_special: true"),
                        replace.formatted("skip_special: maybe"),
                        "- {type: replace_string, regex: '(?<n>a)', replacement: '\\g<n>'}",
                        "- {type: replace_string, regex: '" + "a".repeat(2_000) + "'}",
                        set.formatted("7", "int"),
                        set.formatted("seven", "num"),
                        set.formatted("7", "''"))) {
            assertThatThrownBy(() -> pipeline(wrong))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            BadPipeline.class, e -> assertThat(e.line()).as(wrong).isEqualTo(5));
        }
        assertThat(pipeline(replace.formatted("skip_special: false")).steps()).hasSize(1);
        assertThat(pipeline(replace.formatted("interpret_special: false")).steps()).hasSize(1);
        assertThat(pipeline(set.formatted("7", "num")).steps()).hasSize(1);
        assertThat(pipeline(set.formatted("-7.5", "str")).steps()).hasSize(1);
    }

    @Test
    void everyPipelineThatComesAlongCanBeRead() throws BadEvent {
        for (String name : Pipelines.names()) {
            assertThat(Pipelines.of(name)).as(name).isPresent();
        }
        assertThat(Pipelines.of("none")).isEmpty();
        RulesRead read =
                RuleReader.read(
                        "r",
                        RULE.getBytes(StandardCharsets.UTF_8),
                        Rules.PLACEHOLDERS,
                        Pipelines.of("ecs_windows").orElseThrow());
        Detector detector =
                DetectionEngine.of(
                                RuleSet.of(List.of(read)),
                                new EventSource("windows", Set.of("process_creation"), Set.of()))
                        .detector();
        String event = "{\"process\":{\"executable\":\"C:\\\\a.exe\",\"command_line\":\"z\"}}";
        assertThat(detector.judge(event.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void anyBytesAreAPipelineOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] whole =
                """
                name: p
                vars: {a: [b]}
                transformations:
                - {type: replace_string, regex: '^(z+)+$', replacement: 'q\\1q'}
                - type: nest
                  rule_conditions: [{type: logsource, category: x}]
                  items: [{type: add_condition, conditions: {EventID: [1, 2]}, negated: true}]
                """
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = whole.clone();
            for (int j = 0; j <= random.nextInt(5); j++) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) "{}[]:,|\"'\\*?&!%@#-\n ax1".charAt(random.nextInt(23));
            }
            try {
                Pipeline pipeline = PipelineReader.read(bytes);
                byte[] rule = RULE.getBytes(StandardCharsets.UTF_8);
                RuleReader.read("r", rule, Placeholders.NONE, pipeline);
            } catch (BadPipeline e) {
                assertThat(e.line()).as("seed %d", seed).isPositive();
            }
        }
    }
}
