package az.qalxan.engines.threatintel.stix;

import az.qalxan.engines.threatintel.pattern.Pattern;
import az.qalxan.engines.threatintel.pattern.PatternFault;
import az.qalxan.engines.threatintel.pattern.PatternReading;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges objects of STIX 2.1 by every MUST that one object shows, and gives advice where it says
 * SHOULD. Changes nothing. May be used by many threads.
 */
public final class StixCheck {

    private final PatternJudge patterns;

    public StixCheck() {
        this(StixCheck::fault);
    }

    public StixCheck(PatternJudge patterns) {
        this.patterns = patterns;
    }

    private static Optional<String> fault(String pattern) {
        return Pattern.read(pattern) instanceof PatternReading.Refused(PatternFault fault)
                ? Optional.of(fault.words())
                : Optional.empty();
    }

    /** What is wrong with the object, in no order; at most 200 findings. */
    public List<StixFinding> judge(JsonNode node) {
        Judging judging = new Judging();
        if (node instanceof ObjectNode object) {
            ObjectJudge.judge(object, patterns, judging);
        } else {
            judging.broken(StixRule.NOT_STIX, Place.WHOLE, "an object of STIX is a JSON object");
        }
        return judging.findings();
    }

    /** Whether nothing among the findings breaks a MUST. */
    public static boolean valid(List<StixFinding> findings) {
        return findings.stream().noneMatch(finding -> finding.rule().must());
    }
}
