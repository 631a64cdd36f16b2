package az.qalxan.engines.detection.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleFlaw;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlLimits;
import az.qalxan.engines.yaml.YamlRead;
import az.qalxan.engines.yaml.YamlReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the conformance cases of correlation, through detector and correlator. */
class CorrelationConformanceTest {

    private static final Path CASES = Path.of("src/test/resources/conformance");
    private static final YamlLimits LIMITS = new YamlLimits(1_000_000, 20, 100_000);
    private static final Yaml NONE = new Yaml.Scalar(1, 1, "", false);
    private static final EventSource SOURCE = new EventSource("", Set.of("test"), Set.of());

    /** 2023-11-14T23:00:00Z. */
    private static final long HOUR = 1_700_002_800L;

    private static final String DETECTION =
            """
            title: %1$s
            name: %1$s
            logsource: {category: test}
            detection: {sel: {r: %1$s}, condition: sel}
            ---
            """;

    private record Group(String file, int number, Yaml entries) {

        Yaml at(String key) {
            return CorrelationConformanceTest.at(entries, key);
        }

        RuleSet rules() {
            StringBuilder yaml = new StringBuilder();
            List.of("a", "b", "c").forEach(one -> yaml.append(DETECTION.formatted(one)));
            for (Yaml below : at("below").items()) {
                yaml.append(rule(CorrelationConformanceTest.at(below, "name").text(), below));
            }
            yaml.append(rule("outer", at("correlation")));
            byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
            return RuleSet.of(List.of(RuleReader.read("case", bytes, Placeholders.NONE)));
        }

        private static String rule(String name, Yaml correlation) {
            return "title: %s\nname: %s\ncorrelation: %s\n---\n"
                    .formatted(name, name, written(correlation));
        }

        @Override
        public String toString() {
            return file + " " + number + " " + written(at("correlation"));
        }
    }

    private static Yaml at(Yaml mapping, String key) {
        return mapping.entries().getOrDefault(key, NONE);
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
                            .map(CorrelationConformanceTest::written)
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

    private static List<Group> groups() throws IOException {
        List<Group> groups = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file :
                    files.filter(one -> one.getFileName().toString().startsWith("correlation-"))
                            .sorted()
                            .toList()) {
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
    void thereAreAtLeastSixtyCases() throws IOException {
        int cases = 0;
        for (Group group : groups()) {
            cases += group.at("stories").items().size();
            cases += group.at("refused").text().isEmpty() ? 0 : 1;
            cases += group.at("alone").items().isEmpty() ? 0 : 1;
        }
        assertThat(cases).isGreaterThanOrEqualTo(60);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsJudgedRightly() throws IOException {
        return groups().stream()
                .map(group -> DynamicTest.dynamicTest(group.toString(), () -> run(group)));
    }

    private static void run(Group group) throws BadEvent {
        RuleSet rules = group.rules();
        List<RuleFlaw> flaws = rules.flaws().get("case");
        String refused = group.at("refused").text();
        if (!refused.isEmpty()) {
            assertThat(rules.correlations()).noneMatch(one -> one.header().name().equals("outer"));
            assertThat(flaws).extracting(one -> one.code().name()).contains(refused);
            return;
        }
        assertThat(flaws).as("%s", group).isEmpty();
        alone(group, rules);
        for (Yaml story : group.at("stories").items()) {
            List<Read> events = events(story);
            List<Read> inTime =
                    events.stream()
                            .sorted(Comparator.comparing(read -> read.moment().at()))
                            .toList();
            String told = group + " " + written(story);
            List<Yaml> wanted = at(story, "found").items();
            judge(told, wanted, found(rules, WindowSettings.UNLIMITED, events));
            judge(told, wanted, found(rules, WindowSettings.UNLIMITED, events.reversed()));
            judge(told, wanted, found(rules, Duration.ZERO, inTime));
        }
    }

    private static void alone(Group group, RuleSet rules) {
        List<Yaml> alone = group.at("alone").items();
        if (!alone.isEmpty()) {
            CorrelationPlan plan = CorrelationPlan.of(rules, WindowSettings.USUAL);
            assertThat(rules.rules())
                    .filteredOn(rule -> !plan.silenced(rule.header()))
                    .extracting(rule -> rule.header().name())
                    .as("%s", group)
                    .containsExactlyElementsOf(alone.stream().map(Yaml::text).toList());
        }
    }

    private record Read(byte[] json, EventMoment moment) {}

    private static List<Read> events(Yaml story) {
        List<Read> events = new ArrayList<>();
        for (Yaml event : at(story, "events").items()) {
            String seconds = event.text().replaceFirst(".*?\"t\":([0-9.]+).*", "$1");
            BigDecimal nanos = new BigDecimal(seconds).movePointRight(9);
            Instant at = Instant.ofEpochSecond(HOUR).plusNanos(nanos.longValueExact());
            byte[] json = event.text().getBytes(StandardCharsets.UTF_8);
            events.add(new Read(json, new EventMoment(at, EventRef.of(events.size() + 1L))));
        }
        return events;
    }

    private static List<CorrelationFinding> found(
            RuleSet rules, Duration lateness, List<Read> events) throws BadEvent {
        Detector detector = DetectionEngine.of(rules, SOURCE).detector();
        CorrelationPlan plan = CorrelationPlan.of(rules, WindowSettings.USUAL.with(lateness));
        Correlator correlator = new Correlator(plan);
        List<CorrelationFinding> found = new ArrayList<>();
        for (Read read : events) {
            List<Finding> findings = detector.judge(read.json());
            found.addAll(correlator.accept(findings, detector.event(), read.moment()));
        }
        found.addAll(correlator.finish());
        found.sort(
                Comparator.comparing(CorrelationFinding::at)
                        .thenComparing(CorrelationFinding::key));
        return found;
    }

    private static void judge(String told, List<Yaml> wanted, List<CorrelationFinding> found) {
        assertThat(found).as(told).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            judge(told, wanted.get(i), found.get(i));
        }
    }

    private static void judge(String told, Yaml wanted, CorrelationFinding found) {
        long second = Long.parseLong(at(wanted, "t").text());
        assertThat(found.at()).as(told).isEqualTo(Instant.ofEpochSecond(HOUR + second));
        String rule = at(wanted, "rule").text();
        assertThat(found.header().name()).as(told).isEqualTo(rule.isEmpty() ? "outer" : rule);
        if (wanted.entries().containsKey("by")) {
            assertThat(found.group())
                    .extracting(CorrelationFinding.GroupValue::value)
                    .as(told)
                    .containsExactlyElementsOf(
                            at(wanted, "by").items().stream().map(Yaml::text).toList());
        }
        if (wanted.entries().containsKey("value")) {
            assertThat(found.value()).as(told).isEqualByComparingTo(at(wanted, "value").text());
        }
        if (wanted.entries().containsKey("events")) {
            assertThat(found.events())
                    .extracting(one -> String.valueOf(one.low()))
                    .as(told)
                    .containsExactlyElementsOf(
                            at(wanted, "events").items().stream().map(Yaml::text).toList());
        }
    }
}
