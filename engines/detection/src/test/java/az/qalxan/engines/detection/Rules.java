package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small rules and events for tests. */
final class Rules {

    private Rules() {}

    /** A rule whose detection is given, each line indented by nothing. */
    static RulesRead read(String detection) {
        String yaml =
                "title: Uydurma\nid: 11111111-1111-4111-8111-111111111111\nlevel: low\n"
                        + "author: Heç kim\nlogsource:\n    category: test\ndetection:\n"
                        + detection.indent(4);
        return RuleReader.read("rule.yml", yaml.getBytes(StandardCharsets.UTF_8), PLACEHOLDERS);
    }

    static final Placeholders PLACEHOLDERS =
            new Placeholders(Map.of("admins", List.of("root", "adm*"), "hosts", List.of("dc1")));

    static DetectionRule rule(String detection) {
        RulesRead read = read(detection);
        assertThat(read.rules()).as("%s", read.flaws()).hasSize(1);
        return read.rules().getFirst();
    }

    static List<RuleFlaw.Code> flaws(String detection) {
        return read(detection).flaws().stream().map(RuleFlaw::code).toList();
    }

    static SourcedEvent event(String json) {
        try {
            return new JsonEvents(EventSource.UNKNOWN).read(json.getBytes(StandardCharsets.UTF_8));
        } catch (BadEvent e) {
            throw new AssertionError(json, e);
        }
    }

    static boolean holds(String detection, String json) {
        return Interpreter.holds(rule(detection), event(json).event());
    }

    static Path outside() {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        return Path.of(named == null ? "../../../shared/data" : named);
    }
}
