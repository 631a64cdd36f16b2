package az.qalxan.engines.threatintel.stix;

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

    /** A check that does not read patterns. */
    public StixCheck() {
        this(pattern -> Optional.empty());
    }

    public StixCheck(PatternJudge patterns) {
        this.patterns = patterns;
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
