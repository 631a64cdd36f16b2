package az.qalxan.engines.threatintel.stix;

import java.util.Optional;

/** Says what is wrong with a pattern in the language of STIX (§9). */
@FunctionalInterface
public interface PatternJudge {

    /** One sentence, or nothing when the pattern can be read. */
    Optional<String> fault(String pattern);
}
