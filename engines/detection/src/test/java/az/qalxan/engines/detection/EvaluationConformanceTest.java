package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlLimits;
import az.qalxan.engines.yaml.YamlRead;
import az.qalxan.engines.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the conformance cases: by the interpreter and by the index. */
class EvaluationConformanceTest {

    private static final Path CASES = Path.of("src/test/resources/conformance");
    private static final YamlLimits LIMITS = new YamlLimits(1_000_000, 20, 100_000);
    private static final Yaml NONE = new Yaml.Scalar(1, 1, "", false);
    private static final EventSource SOURCE = new EventSource("", Set.of("test"), Set.of());

    private record Group(String file, int number, Yaml entries) {

        private Yaml at(String key) {
            return entries.entries().getOrDefault(key, NONE);
        }

        List<String> events(String key) {
            return at(key).items().stream().map(Yaml::text).toList();
        }

        String refused() {
            return at("refused").text();
        }

        int cases() {
            int refusals = refused().isEmpty() ? 0 : 1;
            return events("yes").size() + events("no").size() + refusals;
        }

        RulesRead read() {
            String yaml =
                    "{title: case, logsource: {category: test}, detection: "
                            + written(at("detection"))
                            + "}";
            return RuleReader.read(
                    "case", yaml.getBytes(StandardCharsets.UTF_8), new Placeholders(values()));
        }

        private Map<String, List<String>> values() {
            Map<String, List<String>> values = new HashMap<>();
            at("placeholders")
                    .entries()
                    .forEach((name, list) ->
                            values.put(name, list.items().stream().map(Yaml::text).toList()));
            return values;
        }

        @Override
        public String toString() {
            return file + " " + number + " " + written(at("detection"));
        }
    }

    /** As YAML again, on one line. */
    private static String written(Yaml value) {
        return switch (value) {
            case Yaml.Mapping mapping ->
                    mapping.entries().entrySet().stream()
                            .map(one -> quoted(one.getKey()) + ": " + written(one.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Yaml.Sequence list ->
                    list.items().stream()
                            .map(EvaluationConformanceTest::written)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Yaml.Scalar scalar ->
                    scalar.quoted() || scalar.text().matches(".*[^\\w.-].*")
                            ? quoted(scalar.text())
                            : scalar.text();
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean ofSingleEvents(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yml") && !name.startsWith("correlation-");
    }

    private static List<Group> groups() throws IOException {
        List<Group> groups = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file :
                    files.filter(EvaluationConformanceTest::ofSingleEvents).sorted().toList()) {
                YamlRead read = YamlReader.read(Files.readAllBytes(file), LIMITS);
                assertThat(read.flaw()).as("%s", file).isNull();
                Map<String, Yaml> root = read.documents().getFirst().entries();
                assertThat(root.getOrDefault("clause", NONE).text()).isNotBlank();
                int number = 0;
                for (Yaml group : root.getOrDefault("groups", NONE).items()) {
                    groups.add(new Group(file.getFileName().toString(), ++number, group));
                }
            }
        }
        return groups;
    }

    @Test
    void thereAreAtLeastFourHundredCases() throws IOException {
        assertThat(groups().stream().mapToInt(Group::cases).sum()).isGreaterThanOrEqualTo(400);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsJudgedRightly() throws IOException {
        return groups().stream()
                .map(group -> DynamicTest.dynamicTest(group.toString(), () -> run(group)));
    }

    private static void run(Group group) throws BadEvent {
        RulesRead read = group.read();
        if (!group.refused().isEmpty()) {
            assertThat(read.rules()).isEmpty();
            assertThat(read.flaws()).extracting(one -> one.code().name()).contains(group.refused());
            return;
        }
        assertThat(read.rules()).as("%s", read.flaws()).hasSize(1);
        DetectionRule rule = read.rules().getFirst();
        Detector detector = DetectionEngine.of(RuleSet.of(List.of(read)), SOURCE).detector();
        for (boolean wanted : new boolean[] {true, false}) {
            for (String json : group.events(wanted ? "yes" : "no")) {
                assertThat(Interpreter.holds(rule, Rules.event(json).event()))
                        .as("%s in %s", group, json)
                        .isEqualTo(wanted);
                assertThat(detector.judge(json.getBytes(StandardCharsets.UTF_8)).isEmpty())
                        .as("indexed: %s in %s", group, json)
                        .isEqualTo(!wanted);
            }
        }
    }
}
