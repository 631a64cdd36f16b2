package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Runs the conformance cases: by the interpreter and by the index. */
class EvaluationConformanceTest {

    private static final Path CASES = Path.of("src/test/resources/conformance");
    private static final EventSource SOURCE = new EventSource("", Set.of("test"), Set.of());

    private record Group(String file, int number, Map<?, ?> entries) {

        List<?> events(String key) {
            return entries.get(key) instanceof List<?> events ? events : List.of();
        }

        int cases() {
            return events("yes").size()
                    + events("no").size()
                    + (entries.containsKey("refused") ? 1 : 0);
        }

        RulesRead read() {
            Dump dump = new Dump(DumpSettings.builder().setSchema(new CoreSchema()).build());
            String yaml =
                    "title: case\nlogsource: {category: test}\n"
                            + dump.dumpToString(Map.of("detection", entries.get("detection")));
            return RuleReader.read(
                    "case", yaml.getBytes(StandardCharsets.UTF_8), new Placeholders(values()));
        }

        private Map<String, List<String>> values() {
            Map<String, List<String>> values = new java.util.HashMap<>();
            if (entries.get("placeholders") instanceof Map<?, ?> given) {
                given.forEach((name, list) ->
                        values.put(
                                String.valueOf(name),
                                ((List<?>) list).stream().map(String::valueOf).toList()));
            }
            return values;
        }

        @Override
        public String toString() {
            return file + " " + number + " " + entries.get("detection");
        }
    }

    private static List<Group> groups() throws IOException {
        List<Group> groups = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yml")).sorted().toList()) {
                Map<?, ?> root =
                        (Map<?, ?>)
                                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
                                        .loadFromString(Files.readString(file));
                assertThat(String.valueOf(root.get("clause"))).isNotBlank();
                int number = 0;
                assertThat(root.get("groups")).isInstanceOf(List.class);
                for (Object group : root.get("groups") instanceof List<?> all ? all : List.of()) {
                    String name = file.getFileName().toString();
                    groups.add(new Group(name, ++number, (Map<?, ?>) group));
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
        if (group.entries().get("refused") instanceof String reason) {
            assertThat(read.rules()).isEmpty();
            assertThat(read.flaws()).extracting(one -> one.code().name()).contains(reason);
            return;
        }
        assertThat(read.rules()).as("%s", read.flaws()).hasSize(1);
        DetectionRule rule = read.rules().getFirst();
        Detector detector = DetectionEngine.of(RuleSet.of(List.of(read)), SOURCE).detector();
        for (boolean wanted : new boolean[] {true, false}) {
            for (Object event : group.events(wanted ? "yes" : "no")) {
                String json = String.valueOf(event);
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
