package az.qalxan.monitoring;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.CorrelationRule;
import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.DetectionRule;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.LogSource;
import az.qalxan.engines.detection.Placeholders;
import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.RuleReader;
import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.RulesRead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was found in the files of a version.
 *
 * @param flaws everything that is wrong with its rules
 * @param refused rules that cannot be used
 * @param cases tests that were run
 * @param failures those that failed
 */
record RuleCheck(RuleSet rules, List<Flaw> flaws, int refused, int cases, List<Failure> failures) {

    /** More are not kept. */
    private static final int FLAWS_MAX = 1_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Something wrong with a rule: where, what, and what to do. */
    record Flaw(
            String path,
            int line,
            int column,
            String rule,
            String words,
            String remedy,
            boolean warning) {}

    /** A test that failed: which line of which file, and what was found there instead. */
    record Failure(String path, int line, String problem) {}

    RuleCheck {
        flaws = List.copyOf(flaws);
        failures = List.copyOf(failures);
    }

    /** The rules that files hold together, without their tests. */
    static RuleSet rules(Map<String, byte[]> files) {
        return RuleSet.of(read(new RulePackage(files)));
    }

    private static List<RulesRead> read(RulePackage files) {
        List<RulesRead> read = new ArrayList<>();
        files.rules()
                .forEach((path, yaml) -> read.add(RuleReader.read(path, yaml, Placeholders.NONE)));
        return read;
    }

    static RuleCheck of(RulePackage files) {
        List<RulesRead> read = read(files);
        RuleSet rules = RuleSet.of(read);
        List<Flaw> flaws = new ArrayList<>();
        rules.flaws()
                .forEach((path, all) ->
                        all.forEach(one ->
                                flaws.add(
                                        new Flaw(
                                                path,
                                                one.line(),
                                                one.column(),
                                                one.rule(),
                                                one.words(),
                                                one.remedy(),
                                                one.code().warning()))));
        int documents = read.stream().mapToInt(RulesRead::documents).sum();
        int refused =
                documents
                        - rules.rules().size()
                        - rules.correlations().size()
                        - read.stream().mapToInt(one -> one.filters().size()).sum();
        Tests tests = new Tests(rules);
        files.tests().forEach(tests::run);
        return new RuleCheck(
                rules,
                flaws.subList(0, Math.min(flaws.size(), FLAWS_MAX)),
                Math.max(0, refused),
                tests.cases,
                tests.failures.subList(0, Math.min(tests.failures.size(), FLAWS_MAX)));
    }

    /** Whether every rule can be used and every test passes. */
    boolean good() {
        return refused == 0 && failures.isEmpty();
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("flaws", flaws);
        all.put("failures", failures);
        return JSON.writeValueAsString(all);
    }

    /** What was kept of a check. */
    record Report(List<Flaw> flaws, List<Failure> failures) {}

    static Report report(String json) {
        return JSON.readValue(json, Report.class);
    }

    /** The rules as they are kept, each id once. */
    List<KeptRule> kept(UUID version) {
        Map<String, KeptRule> kept = new LinkedHashMap<>();
        for (DetectionRule rule : rules.rules()) {
            RuleHead head = head(rule.header(), version, false);
            kept.putIfAbsent(head.id(), kept(head, rule.header(), words(rule.logSource())));
        }
        for (CorrelationRule rule : rules.correlations()) {
            RuleHead head = head(rule.header(), version, true);
            String type = rule.type().name().toLowerCase(Locale.ROOT);
            kept.putIfAbsent(head.id(), kept(head, rule.header(), type));
        }
        return List.copyOf(kept.values());
    }

    private static KeptRule kept(RuleHead head, RuleHeader header, String logSource) {
        return new KeptRule(
                head,
                header.status().name().toLowerCase(Locale.ROOT),
                header.references(),
                header.falsePositives(),
                header.place().file(),
                header.place().line(),
                logSource);
    }

    static RuleHead head(RuleHeader header, UUID version, boolean correlation) {
        return new RuleHead(
                header.called(),
                header.title(),
                header.level().name().toLowerCase(Locale.ROOT),
                header.author(),
                header.license(),
                header.tags(),
                version,
                correlation);
    }

    private static String words(LogSource source) {
        return source.toString();
    }

    /**
     * Tests: each line of a {@code *.ndjson} is {@code {"event": {…}, "finds": ["id of a rule",
     * …]}}, with {@code "product", "category", "service"} where the event does not tell its log.
     */
    private static final class Tests {

        private final RuleSet rules;
        private final Map<EventSource, Detector> detectors = new LinkedHashMap<>();
        private final List<Failure> failures = new ArrayList<>();
        private int cases;

        Tests(RuleSet rules) {
            this.rules = rules;
        }

        void run(String path, byte[] content) {
            int line = 0;
            for (String text : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
                line++;
                if (!text.isBlank()) {
                    one(path, line, text);
                }
            }
        }

        private void one(String path, int line, String text) {
            cases++;
            try {
                JsonNode test = JSON.readTree(text);
                List<String> wanted = new ArrayList<>();
                test.required("finds").forEach(id -> wanted.add(id.asString()));
                byte[] event = JSON.writeValueAsBytes(test.required("event"));
                List<String> found =
                        detector(test).judge(event).stream()
                                .map(Finding::rule)
                                .map(RuleHeader::called)
                                .sorted()
                                .toList();
                if (!found.equals(wanted.stream().sorted().toList())) {
                    failures.add(
                            new Failure(path, line, "found " + found + " instead of " + wanted));
                }
            } catch (BadEvent | JacksonException e) {
                failures.add(new Failure(path, line, String.valueOf(e.getMessage())));
            }
        }

        private Detector detector(JsonNode test) {
            EventSource source =
                    EventReading.source(
                            new Source.LogOrigin(
                                    test.path("product").asString(""),
                                    test.path("category").asString(""),
                                    test.path("service").asString("")));
            return detectors.computeIfAbsent(
                    source, one -> DetectionEngine.of(rules, one).detector());
        }
    }
}
