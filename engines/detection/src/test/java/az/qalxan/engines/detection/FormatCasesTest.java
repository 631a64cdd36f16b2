package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.engines.detection.format.EventBlock;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.EventStream;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.engines.yaml.Yaml;
import az.qalxan.engines.yaml.YamlLimits;
import az.qalxan.engines.yaml.YamlRead;
import az.qalxan.engines.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the cases of formats: fields, log source, and a rule made of both that has to find. */
class FormatCasesTest {

    private static final Path CASES = Path.of("src/test/resources/formats");
    private static final YamlLimits LIMITS = new YamlLimits(1_000_000, 20, 100_000);
    private static final Yaml NONE = new Yaml.Scalar(1, 1, "", false);

    /** One case, and the format of its file. */
    private record Case(EventFormat format, Yaml written) {

        Yaml at(String key) {
            return written.entries().getOrDefault(key, NONE);
        }

        byte[] event() {
            return at("event").text().getBytes(StandardCharsets.UTF_8);
        }

        /** The event with the lines in front of it. */
        byte[] stream() {
            List<String> lines = new ArrayList<>();
            at("head").items().forEach(one -> lines.add(one.text()));
            lines.add(at("event").text());
            return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        }

        Map<String, List<String>> fields() {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            at("fields")
                    .entries()
                    .forEach((name, values) ->
                            fields.put(name, values.items().stream().map(Yaml::text).toList()));
            return fields;
        }

        @Override
        public String toString() {
            return format.name() + " " + at("event").text().lines().findFirst().orElse("");
        }
    }

    static List<byte[]> events() throws IOException {
        return cases().stream().map(Case::event).toList();
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yml")).sorted().toList()) {
                YamlRead read = YamlReader.read(Files.readAllBytes(file), LIMITS);
                assertThat(read.flaw()).as("%s", file).isNull();
                Map<String, Yaml> root = read.documents().getFirst().entries();
                assertThat(root.getOrDefault("cite", NONE).text()).isNotBlank();
                String name = root.getOrDefault("format", NONE).text();
                EventFormat format = Formats.of(name).orElseThrow();
                for (Yaml one : root.getOrDefault("cases", NONE).items()) {
                    cases.add(new Case(format, one));
                }
            }
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> everyEventHasItsSourceAndFields() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.toString(), () -> run(one)));
    }

    private static EventBlock only(EventFormat format, byte[] stream) throws IOException {
        EventStream events = new EventStream(format, new ByteArrayInputStream(stream));
        EventBlock block = events.next();
        assertThat(block).isNotNull();
        assertThat(block.count()).isEqualTo(1);
        assertThat(events.next()).isNull();
        return block;
    }

    private static void run(Case one) throws IOException, BadEvent {
        EventBlock block = only(one.format(), one.stream());
        String bad = one.at("bad").text();
        if (!bad.isEmpty()) {
            assertThatThrownBy(() -> read(block)).isInstanceOf(BadEvent.class).hasMessage(bad);
            return;
        }
        SourcedEvent read = read(block);
        assertThat(shown(read.source())).isEqualTo(sorted(one.at("source").text()));
        one.fields()
                .forEach((name, values) ->
                        assertThat(read.event().values(name))
                                .as("%s of %s", name, read.event().fields())
                                .extracting(EventValue::shown)
                                .isEqualTo(values));
        one.at("without")
                .items()
                .forEach(name ->
                        assertThat(read.event().values(name.text())).as(name.text()).isEmpty());
        EventBlock told = only(Formats.AUTO, one.stream());
        assertThat(read(told).source()).as("told by its bytes").isEqualTo(read.source());
        found(one, block, read.source());
    }

    private static SourcedEvent read(EventBlock block) throws BadEvent {
        return new FormatEvents(EventSource.UNKNOWN)
                .read(block.format(), block.bytes(), block.from(0), block.until(0));
    }

    private static String shown(EventSource source) {
        return source.product()
                + '/'
                + String.join(";", new TreeSet<>(source.categories()))
                + '/'
                + String.join(";", new TreeSet<>(source.services()));
    }

    private static String sorted(String written) {
        String[] parts = written.split("/", -1);
        return shown(new EventSource(parts[0], set(parts[1]), set(parts[2])));
    }

    private static Set<String> set(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(";"));
    }

    /**
     * A rule of all fields finds the event through the index; with one value changed it does not.
     */
    private static void found(Case one, EventBlock block, EventSource source) throws BadEvent {
        Map<String, List<String>> fields = one.fields();
        assertThat(judged(rule(fields, source), block)).hasSize(1);
        for (String name : fields.keySet()) {
            Map<String, List<String>> other = new LinkedHashMap<>(fields);
            other.put(name, List.of("başqa"));
            assertThat(judged(rule(other, source), block)).as(name).isEmpty();
        }
    }

    private static List<Finding> judged(String rule, EventBlock block) throws BadEvent {
        RulesRead read =
                RuleReader.read("r", rule.getBytes(StandardCharsets.UTF_8), Placeholders.NONE);
        assertThat(read.rules()).as("%s in %s", read.flaws(), rule).hasSize(1);
        return DetectionEngine.of(RuleSet.of(List.of(read)), EventSource.UNKNOWN)
                .detector()
                .judge(block.format(), block.bytes(), block.from(0), block.until(0));
    }

    private static String rule(Map<String, List<String>> fields, EventSource source) {
        String log =
                Stream.of(
                                part("product", source.product()),
                                part("category", first(source.categories())),
                                part("service", first(source.services())))
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.joining(", "));
        String items =
                fields.entrySet().stream()
                        .map(one -> item(one.getKey(), one.getValue().getLast()))
                        .collect(Collectors.joining(", "));
        return "{title: t, logsource: {%s}, detection: {s: {%s}, condition: s}}"
                .formatted(log, items);
    }

    private static String first(Set<String> words) {
        return words.stream().sorted().findFirst().orElse("");
    }

    private static String part(String name, String word) {
        return word.isEmpty() ? "" : name + ": " + word;
    }

    private static String item(String name, String value) {
        StringBuilder escaped = new StringBuilder();
        for (char c : value.toCharArray()) {
            switch (c) {
                case '\\', '*', '?' -> escaped.append("\\\\").append(c == '\\' ? "\\\\" : c);
                case '"' -> escaped.append("\\\"");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < ' ') {
                        escaped.append("\\x%02x".formatted((int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return "\"" + name + "\": \"" + escaped + "\"";
    }
}
