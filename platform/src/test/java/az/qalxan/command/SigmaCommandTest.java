package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan sigma} and {@code ./qalxan detect} as people and programs use them. */
class SigmaCommandTest {

    private static final String RULE =
            """
            title: Uydurma alət
            id: 5b7c1d52-5a4e-4b7a-9c3e-000000000001
            author: Nümunə Müəllif
            level: high
            logsource: {product: windows, category: process_creation}
            detection:
                selection: {Image|endswith: '\\uydurma.exe'}
                condition: selection
            """;
    private static final String EVENT =
            """
            {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"Image":"C:\\\\x\\\\UYDURMA.exe"}
            """;

    @TempDir Path folder;
    private Path rules;

    @BeforeEach
    void oneRule() throws IOException {
        rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("one.yml"), RULE);
    }

    private static Ran sigma(Object... words) {
        return Ran.of(new SigmaCommand(), words);
    }

    @Test
    void goodRulesAreCounted() {
        Ran ran = sigma("check", rules);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("1 rules").contains("0 refused");
    }

    @Test
    void aRuleThatCannotBeUsedIsToldWithItsPlaceAndRemedy() throws IOException {
        Files.writeString(rules.resolve("two.yml"), RULE.replace("endswith", "endwith"));
        Ran ran = sigma("check", rules);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("two.yml:7:")
                .contains("the modifier 'endwith' is unknown")
                .contains("1 refused");
    }

    @Test
    void noFolderIsAWrongCommandLine() {
        assertThat(sigma("check", folder.resolve("gone")).code()).isEqualTo(2);
        assertThat(sigma("check", Path.of("/proc/self/fdinfo")).code()).isEqualTo(2);
    }

    @Test
    void regressionTestsPassAndFail() throws IOException {
        Path tests = Files.createDirectories(folder.resolve("regression/one"));
        Files.writeString(tests.resolve("events.json"), EVENT + EVENT);
        String info =
                """
                rule_metadata:
                    - id: 5b7c1d52-5a4e-4b7a-9c3e-000000000001
                regression_tests_info:
                    - name: two
                      type: json
                      match_count: %d
                      path: regression/one/events.json
                """;
        Files.writeString(tests.resolve("info.yml"), info.formatted(2));
        Ran passed = sigma("test", "--rules", rules, "--regression", folder.resolve("regression"));
        assertThat(passed.out()).endsWith("1 passed, 0 failed\n");
        assertThat(passed.code()).isZero();
        Files.writeString(tests.resolve("info.yml"), info.formatted(3));
        Ran failed = sigma("test", "--rules", rules, "--regression", folder.resolve("regression"));
        assertThat(failed.out())
                .contains("found in 2 events, wanted at least 3")
                .endsWith("0 passed, 1 failed\n");
        assertThat(failed.code()).isEqualTo(1);
    }

    @Test
    void findingsComeInOrderWithLineAndAuthorAndBadLinesAreKept() throws IOException {
        Path events = folder.resolve("events.ndjson");
        Files.writeString(events, EVENT + "\n{\"Image\": tampered\n{\"a\":1}\n" + EVENT);
        Path bad = folder.resolve("bad");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ran ran =
                Ran.of(
                        new DetectCommand(out),
                        "--rules",
                        rules,
                        "--events",
                        events,
                        "--damaged",
                        bad,
                        "--json");
        assertThat(ran.error()).contains("3 events, 2 findings, 1 damaged").contains("line 3");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(Files.readString(bad)).isEqualTo("{\"Image\": tampered\n");
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(first.path("line").asInt()).isEqualTo(1);
        assertThat(first.path("rule_id").asString()).startsWith("5b7c1d52");
        assertThat(first.path("author").asString()).isEqualTo("Nümunə Müəllif");
        assertThat(first.path("level").asString()).isEqualTo("high");
        assertThat(first.path("matched").path(0).path("span").toString()).isEqualTo("[4,16]");
        assertThat(JsonMapper.shared().readTree(lines.getLast()).path("line").asInt()).isEqualTo(5);
    }

    private static final String CORRELATION =
            """
            title: Uydurma alət təkrar-təkrar
            id: 5b7c1d52-5a4e-4b7a-9c3e-000000000002
            author: Nümunə Müəllif
            level: critical
            correlation:
                type: event_count
                rules: [5b7c1d52-5a4e-4b7a-9c3e-000000000001]
                group-by: [User]
                timespan: 1m
                condition: {gte: 2}
            """;

    private static String event(String user, int second) {
        return EVENT.strip().replace("}", "")
                + ",\"User\":\"%s\",\"@timestamp\":\"2026-02-02T10:00:%02dZ\"}\n"
                        .formatted(user, second);
    }

    @Test
    void correlationsAreFoundWhateverTheOrderOfLinesAndTheNumberOfThreads() throws IOException {
        Files.writeString(rules.resolve("two.yml"), CORRELATION);
        Path events = folder.resolve("events.ndjson");
        Files.writeString(
                events, event("Leyla", 40) + event("Elçin", 41) + EVENT + event("Leyla", 10));
        for (String threads : List.of("1", "3")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Ran ran =
                    Ran.of(
                            new DetectCommand(out),
                            "--rules",
                            rules,
                            "--events",
                            events,
                            "--threads",
                            threads);
            assertThat(ran.code()).as(ran.error()).isZero();
            List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSize(1);
            JsonNode only = JsonMapper.shared().readTree(lines.getFirst());
            assertThat(only.path("correlation").asBoolean()).isTrue();
            assertThat(only.path("rule_id").asString()).endsWith("2");
            assertThat(only.path("level").asString()).isEqualTo("critical");
            assertThat(only.path("author").asString()).isEqualTo("Nümunə Müəllif");
            assertThat(only.path("group").path("User").asString()).isEqualTo("Leyla");
            assertThat(only.path("lines").toString()).isEqualTo("[4,1]");
            assertThat(only.path("line").asInt()).isEqualTo(1);
            assertThat(ran.error()).contains("1 correlation findings").contains("do not say when");
        }
    }

    @Test
    void eventsThatComeTooLateForTheirCorrelationAreCounted() throws IOException {
        Files.writeString(
                rules.resolve("two.yml"), CORRELATION.replace("1m", "1m\n    generate: true"));
        Path events = folder.resolve("events.ndjson");
        Files.writeString(events, event("Leyla", 40) + event("Elçin", 41) + event("Leyla", 10));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ran ran =
                Ran.of(
                        new DetectCommand(out),
                        "--rules",
                        rules,
                        "--events",
                        events,
                        "--lateness",
                        "5s",
                        "--windows",
                        "Tumbling");
        assertThat(ran.code()).as(ran.error()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
        assertThat(ran.error()).contains("1 contributions came too late");
    }

    @Test
    void publishedRegressionTestsAllPass() {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path sigma = Path.of(named == null ? "../../shared/data" : named).resolve("sigma");
        assumeTrue(
                Files.isDirectory(sigma),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
        Ran ran =
                sigma(
                        "test",
                        "--rules",
                        sigma.resolve("rules"),
                        sigma.resolve("rules-emerging-threats"),
                        sigma.resolve("rules-threat-hunting"),
                        "--regression",
                        sigma.resolve("regression_data"));
        assertThat(ran.out()).endsWith("100 passed, 0 failed\n");
    }

    private static final String LINUX_RULE =
            """
            title: Uydurma proqram
            id: 5b7c1d52-5a4e-4b7a-9c3e-000000000002
            level: low
            logsource: {product: linux, category: process_creation}
            detection:
                selection: {Image|endswith: /uydurma, CommandLine|contains: '-x'}
                condition: selection
            """;
    private static final String AUDIT =
            """
            type=SYSCALL msg=audit(1700000000.123:42): syscall=59 exe="/opt/uydurma"
            type=EXECVE msg=audit(1700000000.123:42): argc=2 a0="uydurma" a1="-x"
            """;

    private static Ran detect(ByteArrayOutputStream out, Object... words) {
        return Ran.of(new DetectCommand(out), words);
    }

    @Test
    void theFormatIsToldByTheBytesOrByName() throws IOException {
        Path events = folder.resolve("audit.log");
        Files.writeString(events, AUDIT);
        Path rule = rules.resolve("linux.yml");
        Files.writeString(rule, LINUX_RULE);
        for (String format : List.of("auto", "auditd")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Ran ran = detect(out, "--rules", rule, "--events", events, "--format", format);
            assertThat(ran.error()).contains("1 events, 1 findings, 0 damaged");
            JsonNode finding = JsonMapper.shared().readTree(out.toByteArray());
            assertThat(finding.path("line").asInt()).isEqualTo(1);
            assertThat(finding.path("title").asString()).isEqualTo("Uydurma proqram");
        }
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        Ran wrong = detect(none, "--rules", rule, "--events", events, "--format", "winzip");
        assertThat(wrong.error()).contains("'winzip' is none of auto, ndjson").contains("evtx");
    }

    @Test
    void rulesAreChangedByAPipelineOfAFileOrByName() throws IOException {
        Path events = folder.resolve("audit.log");
        Files.writeString(events, AUDIT);
        Path rule = rules.resolve("linux.yml");
        Files.writeString(rule, LINUX_RULE);
        Path pipeline = folder.resolve("pipeline.yml");
        Files.writeString(
                pipeline, "transformations: [{type: field_name_mapping, mapping: {Image: comm}}]");
        for (String one : List.of("auditd", pipeline.toString())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            detect(out, "--rules", rule, "--events", events, "--pipeline", one);
            assertThat(out.size() > 0).as(one).isEqualTo(one.equals("auditd"));
        }
        Files.writeString(pipeline, "transformations: [{type: unknown}]");
        Ran wrong =
                detect(
                        new ByteArrayOutputStream(),
                        "--rules",
                        rule,
                        "--events",
                        events,
                        "--pipeline",
                        pipeline);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.error()).contains("pipeline.yml:1:19").contains("'unknown' is not known");
        assertThat(sigma("check", rules, "--pipeline", "nowhere").code()).isEqualTo(2);
    }
}
