package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.engines.detection.format.EvtxEvent;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.engines.evtx.EvtxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published rules and their regression events, where the outside data is. */
class OutsideRulesTest {

    /** So many times a rule is asked of an event; ten million of them in a nightly run. */
    private static final long PAIRS = Long.getLong("qalxan.pairs", 1_000_000);

    private static final Path SIGMA = Rules.outside().resolve("sigma");

    @Test
    void everyPublishedRuleIsReadOrRefusedForAReason() throws IOException {
        RuleSet set = published();
        List<RuleFlaw> flaws = set.flaws().values().stream().flatMap(List::stream).toList();
        assertThat(set.rules()).hasSizeGreaterThan(3_700);
        assertThat(flaws)
                .extracting(RuleFlaw::code)
                .containsOnly(RuleFlaw.Code.PLACEHOLDER)
                .hasSizeLessThan(10);
    }

    @Test
    void everyPublishedRuleAgreesOnMutatedEvents() throws IOException {
        Differential differential = new Differential(published());
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        MutatedEvents mutated = new MutatedEvents(random);
        List<byte[]> events = new ArrayList<>();
        for (Path file : files(SIGMA.resolve("regression_data"), ".json")) {
            events.addAll(objects(Files.readAllBytes(file)));
        }
        while (differential.pairs() < PAIRS) {
            byte[] event = events.get(random.nextInt(events.size()));
            byte[] other = events.get(random.nextInt(events.size()));
            differential.agree(mutated.of(event, other), seed);
        }
    }

    @Test
    void everyRegressionEventIsFoundByItsRule() throws IOException, BadEvent {
        RuleSet set = published();
        Map<String, DetectionRule> byId = new HashMap<>();
        set.rules().forEach(rule -> byId.put(rule.header().id(), rule));
        DetectionEngine engine = DetectionEngine.of(set, EventSource.UNKNOWN);
        Detector detector = engine.detector();
        int tests = 0;
        for (Path file : files(SIGMA.resolve("regression_data"), ".json")) {
            String id = file.getFileName().toString().replace(".json", "");
            int found = 0;
            for (byte[] event : objects(Files.readAllBytes(file))) {
                List<Finding> findings = detector.judge(event);
                found += findings.stream().anyMatch(one -> one.rule().id().equals(id)) ? 1 : 0;
                SourcedEvent whole = new JsonEvents(EventSource.UNKNOWN).read(event);
                assertThat(findings.stream().map(one -> one.rule().id()))
                        .as("%s", file)
                        .containsExactlyElementsOf(
                                set.rules().stream()
                                        .filter(rule -> whole.source().fits(rule.logSource()))
                                        .filter(rule -> Interpreter.holds(rule, whole.event()))
                                        .map(rule -> rule.header().id())
                                        .toList());
            }
            assertThat(found).as("%s by %s", file, byId.get(id)).isPositive();
            tests++;
        }
        assertThat(tests).isEqualTo(100);
    }

    @Test
    void recordsOfEvtxAreToldAsTheirJsonIs() throws IOException, BadEvent {
        assumeTrue(Files.isDirectory(SIGMA), "outside data is absent");
        FormatEvents events = new FormatEvents(EventSource.UNKNOWN);
        int records = 0;
        for (Path file : files(SIGMA.resolve("regression_data"), ".evtx")) {
            try (EvtxReader reader = EvtxReader.open(file)) {
                EvtxEvent direct = new EvtxEvent(reader.record());
                while (reader.next()) {
                    byte[] json = reader.record().json();
                    SourcedEvent written = new JsonEvents(EventSource.UNKNOWN).read(json);
                    SourcedEvent told = events.read(direct, Formats.NDJSON.catalogue());
                    assertThat(told.source()).isEqualTo(written.source());
                    assertThat(fields(told)).as("%s", file).isEqualTo(fields(written));
                    records++;
                }
            }
        }
        assertThat(records).isGreaterThanOrEqualTo(100);
    }

    /**
     * Without fields that hold nothing, as an element without text is none of a record's values;
     * JSON gives times to a millionth of a second, the record to ten-millionths, and leaves out
     * space at the end of a text.
     */
    private static Map<String, List<String>> fields(SourcedEvent event) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (String name : event.event().fields()) {
            List<String> values =
                    event.event().values(name).stream()
                            .filter(one -> !(one instanceof EventValue.Nothing))
                            .map(one -> one.getClass().getSimpleName() + ' ' + one.shown().strip())
                            .map(one -> one.replaceAll("(\\.\\d{6})\\dZ$", "$1Z"))
                            .toList();
            if (!values.isEmpty()) {
                fields.put(name, values);
            }
        }
        return fields;
    }

    private static RuleSet published() throws IOException {
        assumeTrue(
                Files.isDirectory(SIGMA),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
        List<RulesRead> read = new ArrayList<>();
        for (String folder : List.of("rules", "rules-emerging-threats", "rules-threat-hunting")) {
            for (Path file : files(SIGMA.resolve(folder), ".yml")) {
                read.add(
                        RuleReader.read(
                                file.toString(), Files.readAllBytes(file), Placeholders.NONE));
            }
        }
        return RuleSet.of(read);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** The files hold objects one behind the other; none has a brace in column 1 but its own. */
    private static List<byte[]> objects(byte[] bytes) {
        List<byte[]> objects = new ArrayList<>();
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        for (String one : text.split("(?m)^}\\s*,?\\s*$")) {
            if (!one.isBlank() && one.indexOf('{') >= 0) {
                String whole = one.substring(one.indexOf('{')) + "}";
                objects.add(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return objects;
    }
}
