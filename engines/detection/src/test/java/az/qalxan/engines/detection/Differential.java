package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what a detector finds against walking through every rule by the interpreter. */
final class Differential {

    private final RuleSet rules;
    private final Detector detector;
    private final JsonEvents reader = new JsonEvents(EventSource.UNKNOWN);
    private long pairs;

    Differential(RuleSet rules) {
        this.rules = rules;
        detector = DetectionEngine.of(rules, EventSource.UNKNOWN).detector();
    }

    /** How many times a rule has been asked of an event. */
    long pairs() {
        return pairs;
    }

    /** The same rules for the same reasons; or both say that it is no event. */
    void agree(byte[] event, long seed) {
        assertThat(detected(event))
                .as("seed %d: %s", seed, new String(event, StandardCharsets.UTF_8))
                .isEqualTo(interpreted(event));
        pairs += rules.rules().size();
    }

    private Optional<List<Finding>> detected(byte[] event) {
        try {
            return Optional.of(detector.judge(event));
        } catch (BadEvent e) {
            return Optional.empty();
        }
    }

    private Optional<List<Finding>> interpreted(byte[] event) {
        try {
            SourcedEvent read = reader.read(event);
            List<Finding> findings = new ArrayList<>();
            for (DetectionRule rule : rules.rules()) {
                if (read.source().fits(rule.logSource()) && Interpreter.holds(rule, read.event())) {
                    List<MatchedValue> values = Interpreter.matches(rule, read.event());
                    findings.add(new Finding(rule.header(), values));
                }
            }
            return Optional.of(findings);
        } catch (BadEvent e) {
            return Optional.empty();
        }
    }
}
